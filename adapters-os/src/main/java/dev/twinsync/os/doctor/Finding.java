package dev.twinsync.os.doctor;

import java.util.Optional;

/**
 * What one look gave.
 *
 * @param what was looked at: {@code sudo}
 * @param says in a few words
 * @param remedy how to mend it; empty where nothing is to be mended
 */
public record Finding(String what, Verdict verdict, String says, Optional<String> remedy) {

    /** Whether it matters. */
    public enum Verdict {
        OK,
        /** twin works, but not all of it, or not as well. */
        NOTE,
        /** twin does not work as long as this is so. */
        FAULT
    }

    public static Finding ok(String what, String says) {
        return new Finding(what, Verdict.OK, says, Optional.empty());
    }

    public static Finding note(String what, String says, String remedy) {
        return new Finding(what, Verdict.NOTE, says, Optional.of(remedy));
    }

    public static Finding fault(String what, String says, String remedy) {
        return new Finding(what, Verdict.FAULT, says, Optional.of(remedy));
    }
}
