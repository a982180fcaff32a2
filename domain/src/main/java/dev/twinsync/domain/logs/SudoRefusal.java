package dev.twinsync.domain.logs;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What sudo writes when it refuses somebody.
 *
 * <p>The folder and the command behind it are the user's own words, so the reason has to stand right behind the name. sudo
 * writes one line when it gives up, with the number of passwords that were wrong; each of them is an attempt.
 */
final class SudoRefusal {

    private static final String SERVICE = "sudo";

    /** sudo asks three times unless it is told otherwise; a larger number is no more than somebody's word. */
    private static final long MOST_TRIES = 20;

    private static final Pattern LINE = Pattern.compile(
            " *+([^:]{1,256}+)(?<= ): (?:user NOT in sudoers|([0-9]{1,9}) incorrect password attempts?) ;");

    private SudoRefusal() {}

    static Optional<RefusedEntry> in(CharSequence message) {
        var line = LINE.matcher(message);
        return line.lookingAt()
                ? Optional.of(new RefusedEntry(
                        SERVICE, line.group(1).stripTrailing(), RefusedEntry.LOCAL, tries(line.group(2))))
                : Optional.empty();
    }

    private static long tries(String number) {
        return Optional.ofNullable(number)
                .map(digits -> Math.min(MOST_TRIES, Long.parseLong(digits)))
                .orElse(1L);
    }
}
