package dev.twinsync.flow.twin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The times in documents that twin wrote. */
public final class Times {

    private Times() {}

    /** As a name of a file or folder, which holds no colons: {@code 2026-11-22T13-05-00Z}. */
    static String asName(String text) {
        return text.replace(':', '-');
    }

    /** Empty where somebody has made it something else. */
    public static Optional<Instant> of(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException edited) {
            return Optional.empty();
        }
    }
}
