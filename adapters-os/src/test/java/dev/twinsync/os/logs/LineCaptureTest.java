package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.LogCounts.LastError;
import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.domain.logs.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineCaptureTest {

    /** Half an hour before the capture; the machine is up for two hours. */
    private static final Instant START = LogBench.NOW.minusSeconds(1800);

    private static final String TRACE = """
            2026-08-21 09:14:05.001 ERROR (SyncWorker_3) [homeassistant.components.rest] Timeout while fetching data
            Traceback (most recent call last):
              File "/usr/src/homeassistant/x.py", line 10, in x
            ValueError: bad value
            2026-08-21 09:14:06.001 WARNING (MainThread) [homeassistant.components.mqtt] Broker not reachable
            """;

    private static List<StampedLine> stamped(Instant from, String text) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(number -> new StampedLine(from.plusSeconds(number), lines.get(number)))
                .toList();
    }

    private static Asked asked(long tail, Optional<String> mark) {
        return new Asked("ha_core", "home_assistant/core_tail.txt", tail, mark, LogBench.TIMES, LogBench.REDACTION);
    }

    private static SourceCapture.Captured capture(List<StampedLine> lines, Optional<String> mark) {
        return new LineCapture(asked(200, mark), new LineLog("docker", lines, false, Optional.empty()))
                .with(Optional.empty());
    }

    private static SourceCapture.Captured capture(String text) {
        return capture(stamped(START, text), Optional.empty());
    }

    private static List<String> text(SourceCapture.Captured captured) {
        return captured.text().orElseThrow().lines();
    }

    @Test
    void errors_are_counted_and_not_their_lines() {
        var report = capture(TRACE).report();
        assertEquals(new Counts(1, 1), report.counts().errors());
        assertEquals(new Counts(1, 1), report.counts().warnings());
        assertEquals(
                Optional.of(new LastError(
                        Optional.of("2026-11-22T20:00:00Z"),
                        "homeassistant.components.rest",
                        "Timeout while fetching data")),
                report.counts().lastError());
        assertEquals(Optional.of(new LogOrigin("docker", 5)), report.origin());
        assertEquals(Optional.empty(), report.countedSince());
    }

    @Test
    void each_line_of_the_text_says_when_how_grave_and_by_whom_it_is() {
        assertEquals(
                List.of(
                        "2026-11-22T20:00:00Z error homeassistant.components.rest: Timeout while fetching data",
                        "2026-11-22T20:00:01Z error homeassistant.components.rest: Traceback (most recent call last):",
                        "2026-11-22T20:00:02Z error homeassistant.components.rest:   File"
                                + " \"/usr/src/homeassistant/x.py\", line 10, in x",
                        "2026-11-22T20:00:03Z error homeassistant.components.rest: ValueError: bad value",
                        "2026-11-22T20:00:04Z warning homeassistant.components.mqtt: Broker not reachable"),
                text(capture(TRACE)));
    }

    @Test
    void a_text_that_begins_amidst_a_message_still_says_whose_it_is() {
        var captured = new LineCapture(
                        asked(3, Optional.empty()),
                        new LineLog("docker", stamped(START, TRACE), false, Optional.empty()))
                .with(Optional.empty());
        assertEquals(3, text(captured).size());
        assertTrue(text(captured).getFirst().startsWith("2026-11-22T20:00:02Z error homeassistant.components.rest:"));
        assertEquals(new Counts(1, 1), captured.report().counts().errors());
    }

    @Test
    void a_line_that_lies_about_its_time_is_believed_only_where_nobody_else_tells_it() {
        var future = "2099-01-01 00:00:00.000 ERROR (MainThread) [a] from the future\n";
        assertEquals(
                Optional.of("2026-11-22T20:00:00Z"),
                capture(future).report().counts().lastError().orElseThrow().at());
        var undated = capture(List.of(StampedLine.undated(future.strip())), Optional.empty())
                .report();
        assertEquals(
                Optional.empty(), undated.counts().lastError().orElseThrow().at());
    }

    @Test
    void where_nobody_tells_the_time_it_is_that_of_the_clock_of_the_container() {
        var lines = TRACE.replace("2026-08-21 09:14", "2026-11-22 21:14")
                .lines()
                .map(StampedLine::undated)
                .toList();
        var berlin = asked(200, Optional.empty()).in(java.time.ZoneId.of("Europe/Berlin"));
        var captured = new LineCapture(berlin, LineLog.of("supervisor", lines)).with(Optional.empty());
        assertEquals(
                "2026-11-22T20:14:05Z error homeassistant.components.rest: ValueError: bad value",
                text(captured).get(3));
    }

    @Test
    void a_second_capture_of_a_log_that_did_not_change_has_nothing_new() {
        var lines = stamped(START, TRACE);
        var first = capture(lines, Optional.empty());
        assertEquals(1, first.sightings().size());
        var second = capture(lines, first.mark());
        assertEquals(List.of(), second.sightings());
        assertEquals(first.mark(), second.mark());
        assertEquals(first.report(), second.report());
        assertEquals(first.text(), second.text());
    }

    @Test
    void only_what_came_since_is_new() {
        var before = stamped(START, TRACE);
        var after = new ArrayList<>(before);
        after.add(new StampedLine(
                START.plusSeconds(60), "2026-08-21 09:15:05.001 ERROR (MainThread) [homeassistant.core] Another one"));
        var second = capture(after, capture(before, Optional.empty()).mark());
        assertEquals(
                List.of(new Sighting(
                        "Another one",
                        dev.twinsync.domain.logs.Severity.ERROR,
                        "homeassistant.core",
                        Optional.of("2026-11-22T20:01:00Z"),
                        Optional.of("2026-11-22T20:01:00Z"),
                        1)),
                second.sightings());
        assertEquals(List.of(), second.report().gaps());
        assertEquals(new Counts(2, 2), second.report().counts().errors());
    }

    private static Optional<String> readInAFileUpTo(String second) {
        var file = new FileMark(7, 100, 10, "0123456789abcdef", Optional.of(second), Optional.empty());
        return Optional.of(HomeAssistantMark.of(file));
    }

    @Test
    void what_was_read_in_the_file_is_known_also_where_it_arrived_in_the_next_second() {
        var known = new StampedLine(
                START.plusMillis(10), "2026-11-22 19:59:59.990 ERROR (MainThread) [homeassistant.core] Known");
        var later = new StampedLine(
                START.plusMillis(20), "2026-11-22 20:00:00.015 ERROR (MainThread) [homeassistant.core] Another one");
        var captured = capture(List.of(known, later), readInAFileUpTo("2026-11-22T19:59:59Z"));
        assertEquals(
                List.of("Another one"),
                captured.sightings().stream().map(Sighting::signature).toList());
    }

    @Test
    void a_line_by_a_clock_of_another_zone_is_told_from_what_was_read_in_the_file_by_when_it_arrived() {
        var berlin = "2026-11-22 21:00:01.000 ERROR (MainThread) [homeassistant.core] Of Berlin";
        var lines = List.of(new StampedLine(START.plusSeconds(1), berlin));
        assertEquals(
                List.of(),
                capture(lines, readInAFileUpTo("2026-11-22T20:00:01Z")).sightings());
        var newYork = berlin.replace("21:00:01", "15:00:01");
        lines = List.of(new StampedLine(START.plusSeconds(1), newYork));
        assertEquals(
                1,
                capture(lines, readInAFileUpTo("2026-11-22T20:00:00Z"))
                        .sightings()
                        .size());
    }

    @Test
    void an_empty_log_is_a_log_without_errors_and_what_was_read_stays_known() {
        var mark = capture(TRACE).mark();
        var empty = capture(List.of(), mark);
        assertEquals(List.of(), text(empty));
        assertEquals(Counts.NONE, empty.report().counts().errors());
        assertEquals(mark, empty.mark());
        assertEquals(Optional.empty(), empty.report().unavailable());
    }

    @Test
    void the_last_restart_within_the_container_is_that_of_the_last_line_that_tells_of_one() {
        var exit = "[09:14:06] INFO: Home Assistant Core finish process exit code 100\n";
        var captured = new LineCapture(
                        asked(200, Optional.empty()),
                        new LineLog("docker", stamped(START, exit + TRACE + exit), false, Optional.empty()))
                .with(Optional.of(new Restart(Restart.Of.CONTAINER, "2026-11-22T19:00:00Z", "inspect")));
        assertEquals(
                List.of(
                        new Restart(Restart.Of.CONTAINER, "2026-11-22T19:00:00Z", "inspect"),
                        new Restart(Restart.Of.CORE, "2026-11-22T20:00:06Z", "exit-code")),
                captured.report().restarts());
        assertEquals(
                Optional.of(new Restart(Restart.Of.CORE, "2026-11-22T20:00:06Z", "exit-code")),
                captured.report().lastRestart());
    }

    @Test
    void of_a_restart_that_nothing_tells_of_nothing_is_said() {
        assertEquals(List.of(), capture(TRACE).report().restarts());
        var undated = List.of(StampedLine.undated("[09:14:06] INFO: Home Assistant Core finish process exit code 100"));
        assertEquals(List.of(), capture(undated, Optional.empty()).report().restarts());
    }

    @Test
    void where_lines_may_be_missing_before_the_first_it_says_from_when_on_the_counts_hold() {
        var asked = asked(200, Optional.empty());
        var cut = new LineLog("docker", stamped(START, TRACE), true, Optional.empty());
        assertEquals(
                Optional.of("2026-11-22T20:00:00Z"),
                new LineCapture(asked, cut).with(Optional.empty()).report().countedSince());
        var young = new LineLog("docker", stamped(START, TRACE), false, Optional.of(START.minusSeconds(60)));
        assertEquals(
                Optional.of("2026-11-22T19:59:00Z"),
                new LineCapture(asked, young).with(Optional.empty()).report().countedSince());
        var old = new LineLog("docker", stamped(START, TRACE), false, Optional.of(START.minusSeconds(600_000)));
        assertEquals(
                Optional.empty(),
                new LineCapture(asked, old).with(Optional.empty()).report().countedSince());
    }

    @Test
    void secrets_are_masked_before_an_error_is_cut_and_a_name_is_no_end_of_itself() {
        var captured = capture("2026-08-21 09:14:05.001 ERROR (MainThread) [x.y] Cannot reach"
                + " http://10.0.0.9/api/camera_proxy/x?token=0a1b2c3d4e5f60718293a4b5c6d7e8f9&authSig=eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhYmMifQ.c2lnbmF0dXJlLW9m and"
                + " rtsp://admin:Hunter2x9Q@10.0.0.8/stream access_token=9f8e7d6c5b4a39281706f5e4d3c2b1a0\n");
        var said = captured.report().counts().lastError().orElseThrow().message();
        for (String secret : List.of(
                "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                "c2lnbmF0dXJlLW9m",
                "Hunter2x9Q",
                "9f8e7d6c5b4a39281706f5e4d3c2b1a0")) {
            assertFalse(said.contains(secret), said);
            assertFalse(captured.sightings().toString().contains(secret), said);
        }
    }
}
