package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.Cursors.A;
import static dev.twinsync.os.logs.Cursors.B;
import static dev.twinsync.os.logs.Cursors.cursor;
import static dev.twinsync.os.logs.ScriptedJournal.AT_THE_DOOR;
import static dev.twinsync.os.logs.ScriptedJournal.ERRORS;
import static dev.twinsync.os.logs.ScriptedJournal.FAILED;
import static dev.twinsync.os.logs.ScriptedJournal.GRAVE;
import static dev.twinsync.os.logs.ScriptedJournal.MESSAGES;
import static dev.twinsync.os.logs.ScriptedJournal.NEWEST;
import static dev.twinsync.os.logs.ScriptedJournal.POSITION;
import static dev.twinsync.os.logs.ScriptedJournal.TAIL;
import static dev.twinsync.os.logs.ScriptedJournal.at;
import static dev.twinsync.os.logs.ScriptedJournal.line;
import static dev.twinsync.os.logs.ScriptedJournal.unavailable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.LogText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalLogsTest {

    @TempDir
    Path root;

    private ScriptedJournal machine;

    @BeforeEach
    void aMachine() throws IOException {
        machine = new ScriptedJournal(root);
    }

    @Test
    void a_file_that_journalctl_passed_over_is_no_journal_without_errors() {
        var said = "Journal file /var/log/journal/0123/system.journal is truncated, ignoring file.";
        machine.ends(NEWEST, new Result.Ended(0, new byte[0], (said + "\n").getBytes(StandardCharsets.UTF_8)));
        var gaps = machine.capture().reports().getFirst().gaps();
        assertEquals(1, gaps.size(), gaps::toString);
        assertTrue(gaps.getFirst().reason().contains(said), gaps::toString);
        assertTrue(gaps.getFirst().reason().contains("run: journalctl --verify"), gaps::toString);
    }

    @Test
    void the_last_messages_and_the_errors_of_this_boot_are_texts() {
        machine.says(TAIL, line(cursor(2, 30), 3, "three"), line(cursor(1, 60), 6, "one\\ntwo"));
        machine.says(ERRORS, line(cursor(2, 30), 3, "three"));
        assertEquals(
                List.of(
                        new LogText(
                                "systemd/journal_tail.txt",
                                List.of(
                                        "2026-11-22T13:04:00Z info a.service[7]: one",
                                        "2026-11-22T13:04:00Z info a.service[7]: two",
                                        "2026-11-22T13:04:30Z error a.service[7]: three")),
                        new LogText(
                                "systemd/errors_last_boot.txt",
                                List.of("2026-11-22T13:04:30Z error a.service[7]: three"))),
                machine.capture().texts());
    }

    @Test
    void only_the_units_and_the_time_that_are_wanted_are_asked_for() {
        var wanted = ScriptedJournal.wanted(true, new UnitName("nginx.service"), new UnitName("-.mount"));
        machine.capture(Map.of(), wanted);
        assertTrue(
                machine.commands.lines().contains(TAIL + " --since=@1795350900 --unit=nginx.service --unit=-.mount"));
    }

    @Test
    void what_is_not_wanted_is_not_looked_at() {
        var capture = machine.capture(Map.of(), ScriptedJournal.wanted(false));
        assertEquals(new Capture(List.of(), List.of(), List.of(), Map.of()), capture);
        assertEquals(List.of(), machine.commands.lines());
    }

    @Test
    void an_error_of_the_door_is_counted_once_and_only_what_is_grave_counts() {
        var grave = line(cursor(1, 60), 3, "x");
        var longAgo = line(cursor(2, 4000), 4, "x");
        machine.says(GRAVE, longAgo, grave);
        machine.says(AT_THE_DOOR, longAgo, grave, line(cursor(3, 50), 6, "Accepted password"));
        var counts = report(machine.capture()).counts();
        assertEquals(new Counts(1, 1), counts.errors());
        assertEquals(new Counts(0, 1), counts.warnings());
    }

    @Test
    void soon_after_the_start_the_last_messages_are_counted_in_their_order() throws IOException {
        var last = POSITION + " --reverse --lines=20000 --since=@1795349100";
        machine.isYoung()
                .says(last + " --priority=warning", line(cursor(2, 30), 3, "x"), line(cursor(1, 60), 3, "x"))
                .says(last + " SYSLOG_FACILITY=4 SYSLOG_FACILITY=10")
                .says(
                        MESSAGES + " --cursor=" + cursor(1, 60).text() + " --priority=warning",
                        line(cursor(1, 60), 3, "first"),
                        line(cursor(2, 30), 3, "last"));
        var counts = report(machine.capture()).counts();
        assertEquals(new Counts(2, 2), counts.errors());
        assertEquals("last", counts.lastError().orElseThrow().message());
    }

    @Test
    void a_message_of_another_boot_counts_for_the_hour_only() {
        var otherBoot = cursor(A, 1, B, 60);
        machine.says(GRAVE, line(otherBoot, 3, "x"));
        assertEquals(new Counts(1, 0), report(machine.capture()).counts().errors());
    }

    @Test
    void a_message_that_journalctl_withholds_counts_too() {
        machine.says(GRAVE, line(cursor(1, 60), 3, "x").replace("\"x\"", "null"));
        assertEquals(new Counts(1, 1), report(machine.capture()).counts().errors());
    }

    @Test
    void what_is_newer_than_the_mark_that_is_left_is_left_to_the_next_capture() {
        var newest = cursor(2, 30);
        machine.says(NEWEST, line(newest, 6, "x"));
        machine.says(GRAVE, line(cursor(1, 60), 3, "x"), line(newest, 3, "x"), line(cursor(3, 20), 3, "x"));
        var capture = machine.capture();
        assertEquals(new Counts(2, 2), report(capture).counts().errors());
        assertEquals(Map.of("systemd_journal", newest.text()), capture.marks());
    }

    @Test
    void where_there_are_more_messages_than_are_looked_at_it_says_from_when_on_the_counts_hold() {
        machine.says(GRAVE, lines(20_000));
        var report = report(machine.capture());
        assertEquals(Optional.of("2026-11-22T07:31:40Z"), report.countedSince());
        assertEquals(20_000, report.counts().warnings().sinceBoot());
        machine.says(GRAVE, lines(19_999));
        assertEquals(Optional.empty(), report(machine.capture()).countedSince());
    }

    private static String[] lines(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> line(cursor(at, 20_000 - at), 4, "x"))
                .toArray(String[]::new);
    }

    @Test
    void a_message_that_is_too_long_to_be_read_breaks_nothing_and_is_not_lost_in_silence() {
        var huge = line(cursor(1, 60), 3, "x".repeat(1 << 20));
        var small = line(cursor(2, 60), 3, "x");
        machine.says(TAIL, small, huge).says(ERRORS, huge).says(GRAVE, huge, small);
        var capture = machine.capture();
        assertEquals(
                List.of(
                        "- warning twin: a message that is too long is left out here",
                        "2026-11-22T13:04:00Z error a.service[7]: x"),
                capture.texts().getFirst().lines());
        assertEquals(new Counts(1, 1), report(capture).counts().errors());
        assertEquals(List.of("1 messages are not counted, because they are too long to be read"), reasons(capture));
    }

    @Test
    void where_everything_is_too_much_the_longest_messages_are_left_out() {
        machine.ends(TAIL, new Result.TooMuchOutput(1));
        machine.says(MESSAGES + " --reverse --lines=200 --since=@1795349100", line(cursor(1, 60), 6, "x"));
        assertEquals(
                List.of("2026-11-22T13:04:00Z info a.service[7]: x"),
                machine.capture().texts().getFirst().lines());
    }

    @Test
    void what_was_deleted_unread_is_a_gap_and_the_mark_moves_on() {
        var mark = cursor(10, 600);
        var newest = cursor(30, 5);
        machine.says(NEWEST, line(newest, 6, "x")).says(at(mark), line(cursor(21, 60), 6, "x"));
        var capture = machine.capture(mark);
        assertEquals(1, report(capture).gaps().size());
        assertEquals(
                Optional.of("2026-11-22T12:55:00Z"),
                report(capture).gaps().getFirst().from());
        assertEquals(Map.of("systemd_journal", newest.text()), capture.marks());
    }

    @Test
    void without_a_new_message_the_mark_stays() {
        var mark = cursor(10, 600);
        machine.says(at(mark));
        var capture = machine.capture(mark);
        assertEquals(List.of(), report(capture).gaps());
        assertEquals(Map.of("systemd_journal", mark.text()), capture.marks());
    }

    @Test
    void a_mark_that_is_none_is_as_if_there_were_none() {
        machine.says(NEWEST, line(cursor(2, 30), 6, "x"));
        var capture = machine.capture(Map.of("systemd_journal", "s=1;i=$(reboot)", "files", "other"));
        assertEquals(machine.capture(), capture);
        assertEquals(List.of(), report(capture).gaps());
        assertEquals(Optional.empty(), unavailable(capture));
    }

    @Test
    void failed_units_are_named() {
        machine.says(
                FAILED,
                "toy-fail.service loaded failed failed A unit that fails",
                "nginx.service    loaded failed failed A web server");
        assertEquals(
                List.of("nginx.service", "toy-fail.service"),
                report(machine.capture()).failedUnits());
    }

    @Test
    void that_systemctl_fails_is_said_and_does_not_hide_the_journal() {
        machine.ends(FAILED, new Result.Ended(1, new byte[0], "Failed to connect to bus".getBytes()));
        machine.says(TAIL, line(cursor(1, 60), 6, "x"));
        var capture = machine.capture();
        assertEquals(
                List.of("which units failed is not known: systemctl list-units ended with 1: Failed to connect to bus"),
                reasons(capture));
        assertEquals(1, capture.texts().getFirst().lines().size());
    }

    @ParameterizedTest
    @MethodSource
    void whatever_goes_wrong_with_any_question_is_told_and_the_mark_stays(
            String question, Result result, String words) {
        var mark = cursor(10, 600);
        machine.says(at(mark), line(mark, 6, "x"))
                .says(NEWEST, line(cursor(11, 60), 6, "x"))
                .ends(question.equals("AT") ? at(mark) : question, result);
        var capture = machine.capture(mark);
        assertEquals(List.of(LogReport.unread("journal", words)), capture.reports());
        assertEquals(List.of(), capture.texts());
        assertEquals(List.of(), capture.sightings());
        assertEquals(Map.of("systemd_journal", mark.text()), capture.marks());
    }

    static Stream<Object[]> whatever_goes_wrong_with_any_question_is_told_and_the_mark_stays() {
        return Stream.of(NEWEST, "AT", GRAVE, AT_THE_DOOR, TAIL, ERRORS)
                .flatMap(question -> Stream.of(
                        new Object[] {question, new Result.NoSuchProgram("journalctl"), "journalctl is not installed"},
                        new Object[] {
                            question, new Result.TimedOut(Duration.ofMinutes(1)), "journalctl did not end within 60 s"
                        },
                        new Object[] {
                            question,
                            new Result.Ended(1, new byte[0], "Failed to open files: Bad message".getBytes()),
                            "journalctl ended with 1: Failed to open files: Bad message"
                        },
                        new Object[] {
                            question,
                            new Result.Ended(0, "-- No entries --\n".getBytes(), new byte[0]),
                            "journalctl answered in a form that twin does not know: this is no line of JSON: "
                                    + NOT_A_NUMBER
                        }));
    }

    private static final String NOT_A_NUMBER =
            "Unexpected character ('-' (code 45)) in numeric value: expected digit (0-9) to follow minus sign, for valid"
                    + " numeric value";

    @Test
    void too_much_output_is_told_where_there_is_no_smaller_question() {
        machine.ends(GRAVE, new Result.TooMuchOutput(100));
        assertEquals(Optional.of("journalctl wrote more than 100 bytes"), unavailable(machine.capture()));
    }

    @Test
    void a_machine_without_a_journal_is_told_of() throws IOException {
        Files.delete(root.resolve("var/log/journal/0123/system.journal"));
        var reason = unavailable(machine.capture()).orElseThrow();
        assertTrue(reason.startsWith("there is no journal on this machine"), reason);
    }

    private static List<String> reasons(Capture capture) {
        return report(capture).gaps().stream().map(gap -> gap.reason()).toList();
    }

    private static LogReport report(Capture capture) {
        return capture.reports().getFirst();
    }
}
