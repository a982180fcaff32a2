package dev.twinsync.os.logs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Places in a journal that nobody ever wrote. */
final class Cursors {

    static final Instant NOW = Instant.parse("2026-11-22T13:05:00Z");
    static final String A = "a".repeat(32);
    static final String B = "b".repeat(32);
    static final Boot BOOT = new Boot(A, Duration.ofDays(1));

    private Cursors() {}

    /** The message of this number in the current boot, written so many seconds before {@link #NOW}. */
    static JournalCursor cursor(long number, long secondsAgo) {
        return cursor(A, number, A, secondsAgo);
    }

    static JournalCursor cursor(String source, long number, String boot, long secondsAgo) {
        return cursor(source, number, boot, 86_400 - secondsAgo, secondsAgo);
    }

    /** @param up seconds after the start of the machine */
    static JournalCursor cursor(String source, long number, String boot, long up, long secondsAgo) {
        long time = ChronoUnit.MICROS.between(Instant.EPOCH, NOW.minusSeconds(secondsAgo));
        return JournalCursor.parse(
                        "s=%s;i=%x;b=%s;m=%x;t=%x;x=%x".formatted(source, number, boot, up * 1_000_000, time, number))
                .orElseThrow();
    }
}
