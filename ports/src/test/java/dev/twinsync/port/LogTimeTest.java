package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String read(String line) {
        return LogTime.of(line, NOW, BERLIN).map(Instant::toString).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T21:18:42.123456+01:00 host sshd[123]: msg, 2026-11-22T20:18:42Z",
        "2026-11-22T21:18:42+0100 host sshd[123]: msg,         2026-11-22T20:18:42Z",
        "2026-11-22T21:18:42-05:30 host sshd[123]: msg,        2026-11-23T02:48:42Z",
        "2026-11-22T21:18:42Z,                                 2026-11-22T21:18:42Z",
        "Nov 22 21:00:00 host sshd[123]: msg,                  2026-11-22T20:00:00Z",
        "Nov  2 21:00:00 host sshd[123]: msg,                  2026-11-02T20:00:00Z",
        "Jul 01 02:00:00 host sshd[123]: msg,                  2026-07-01T00:00:00Z",
        "2026/11/22 21:18:42 [crit] 1717#1717: *2 stat(),      2026-11-22T20:18:42Z",
        "2026/07/01 02:00:00 [emerg] 1894#1894: unknown,       2026-07-01T00:00:00Z"
    })
    void the_times_that_logs_have_are_known(String line, String expected) {
        assertEquals(expected, read(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " Nov 22 21:00:00 indented",
                "at 2026-11-22T21:18:42Z",
                "2026-11-22T21:18:42 host without a zone",
                "2026-11-22T21:18:42.1234567890Z",
                "2026-11-22 21:18:42Z",
                "2026-02-30T21:18:42Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T21:18:42+99:00",
                "Non 22 21:00:00 host",
                "Nov 31 21:00:00 host",
                "Nov 00 21:00:00 host",
                "Nov 22 21:00:61 host",
                "Nov 22 21:00:00:99 host",
                "2026/13/22 21:18:42 [crit]",
                "2026/11/22 21:18:4"
            })
    void anything_else_is_no_time(String line) {
        assertEquals("none", read(line));
    }

    @Test
    void a_time_without_a_year_may_be_a_day_ahead_and_no_more() {
        assertEquals("2026-11-23T20:30:00Z", read("Nov 23 21:30:00 host"));
        assertEquals("2025-11-23T20:30:01Z", read("Nov 23 21:30:01 host"));
    }

    @Test
    void at_the_turn_of_the_year_the_lines_of_december_are_those_of_the_year_before() {
        var newYear = Instant.parse("2027-01-01T00:00:10Z");
        assertEquals(
                Optional.of(Instant.parse("2026-12-31T23:59:59Z")),
                LogTime.of("Dec 31 23:59:59 host", newYear, ZoneOffset.UTC));
        assertEquals(
                Optional.of(Instant.parse("2027-01-01T00:00:05Z")),
                LogTime.of("Jan  1 00:00:05 host", newYear.minusSeconds(20), ZoneOffset.UTC));
    }

    @Test
    void the_29th_of_february_was_in_the_last_leap_year() {
        assertEquals("2024-02-29T11:00:00Z", read("Feb 29 12:00:00 host"));
        assertEquals(
                Optional.of(Instant.parse("1896-02-29T12:00:00Z")),
                LogTime.of("Feb 29 12:00:00 host", Instant.parse("1904-02-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void an_hour_that_comes_twice_is_the_first_and_one_that_does_not_come_is_the_next() {
        assertEquals("2026-10-25T00:30:00Z", read("Oct 25 02:30:00 host"));
        assertEquals("2026-03-29T01:30:00Z", read("Mar 29 02:30:00 host"));
    }

    @Test
    void every_time_of_the_last_year_survives_being_written_without_its_year() {
        var form = DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
        var ages = Arbitraries.longs().between(-86_400, Duration.ofDays(363).toSeconds());
        Property.forAll(ages, age -> {
            var at = NOW.minusSeconds(age);
            assertEquals(Optional.of(at), LogTime.of(form.format(at) + " host", NOW, ZoneOffset.UTC));
        });
    }
}
