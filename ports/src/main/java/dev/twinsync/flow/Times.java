package dev.twinsync.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The times in documents that twin wrote. */
final class Times {

    private Times() {}

    /** Empty where somebody has made it something else. */
    static Optional<Instant> of(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException edited) {
            return Optional.empty();
        }
    }
}
