package dev.twinsync.flow.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceWhenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "90s, 2026-11-22T11:58:30Z",
        "30m, 2026-11-22T11:30:00Z",
        "2h, 2026-11-22T10:00:00Z",
        "7d, 2026-11-15T12:00:00Z",
        "2026-11-21, 2026-11-20T23:00:00Z",
        "2026-11-21T08:00, 2026-11-21T07:00:00Z",
        "2026-11-21T08:00:05, 2026-11-21T07:00:05Z",
        "2026-11-21T08:00:05Z, 2026-11-21T08:00:05Z",
        "2026-11-21T08:00:05+02:00, 2026-11-21T06:00:05Z",
    })
    void a_length_is_reckoned_from_now_and_a_time_stands_for_itself(String text, Instant expected) {
        assertEquals(expected, SinceWhen.of(text, BERLIN).from(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "30", "-5m", "0m", "2026-13-01", "2026-11-21T25:00", "2026-11-21 08:00"})
    void anything_else_is_refused_with_what_could_be_said(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> SinceWhen.of(text, BERLIN));
        assertTrue(refused.getMessage().contains("30m, 2h or 7d"), refused.getMessage());
    }
}
