package dev.twinsync.os.logs;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether something was written in the hour before a capture. What says that it is still to be written was written by a clock
 * that was wrong, nobody knows when.
 *
 * @param now of the capture
 */
record LastHour(Instant now) {

    static final Duration AN_HOUR = Duration.ofHours(1);

    /** While twin reads, more is written, and the clock of who writes it need not be that of this machine. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    Instant begin() {
        return now.minus(AN_HOUR);
    }

    boolean holds(Instant at) {
        return !at.isBefore(begin()) && !at.isAfter(now.plus(AHEAD));
    }
}
