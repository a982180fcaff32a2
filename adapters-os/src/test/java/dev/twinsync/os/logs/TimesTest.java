package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
    private final Times times = new Times(NOW, ZoneOffset.UTC, Optional.of(NOW.minus(Duration.ofDays(1))));

    private boolean isOfTheLastHour(Duration ahead) {
        return times.moment(NOW.plus(ahead), true).lastHour();
    }

    @Test
    void what_is_still_to_come_is_not_of_the_last_hour() {
        assertFalse(isOfTheLastHour(Duration.ofHours(2)));
        assertFalse(isOfTheLastHour(Duration.ofDays(400)));
        assertTrue(times.moment(NOW.plus(Duration.ofHours(2)), true).sinceBoot(), "it is in the log all the same");
    }

    @Test
    void what_is_written_while_twin_reads_is_of_the_last_hour() {
        assertTrue(isOfTheLastHour(Duration.ofMinutes(1)));
        assertTrue(isOfTheLastHour(Duration.ofMinutes(-60)));
        assertFalse(isOfTheLastHour(Duration.ofMinutes(-61)));
    }
}
