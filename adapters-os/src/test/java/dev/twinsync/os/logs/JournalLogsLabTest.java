package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.JournalLab.capture;
import static dev.twinsync.os.logs.JournalLab.lines;
import static dev.twinsync.os.logs.JournalLab.log;
import static dev.twinsync.os.logs.JournalLab.must;
import static dev.twinsync.os.logs.JournalLab.report;
import static dev.twinsync.os.logs.JournalLab.rotate;
import static dev.twinsync.os.logs.JournalLab.send;
import static dev.twinsync.os.logs.JournalLab.vacuum;
import static dev.twinsync.os.logs.JournalLogs.ERRORS;
import static dev.twinsync.os.logs.JournalLogs.TAIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.LogLine;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Command;
import dev.twinsync.os.logs.JournalLab.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real journal of a machine that systemd started, as root sees it. */
@Tag("lab")
class JournalLogsLabTest {

    @Test
    void a_message_of_bytes_is_text_with_marks_for_what_is_none() {
        send(
                new Field("MESSAGE", new byte[] {'b', 'i', 'n', 1, (byte) 0xff, '!'}),
                new Field("PRIORITY", "3"),
                new Field("SYSLOG_IDENTIFIER", "lab-bytes"));
        assertEquals(1, lines(capture(Map.of()), ERRORS, ": bin\u0001\uFFFD!").size());
    }

    @Test
    void a_message_of_six_thousand_bytes_is_there_up_to_a_word_on_what_is_missing() {
        log("user.err", "lab-long", "y".repeat(6000));
        var expected = "y".repeat(4096) + " [… 1904 more characters]";
        assertEquals(1, lines(capture(Map.of()), TAIL, expected).size());
        assertEquals(1, lines(capture(Map.of()), ERRORS, expected).size());
    }

    @Test
    void a_message_that_was_written_twice_and_one_without_any_are_there() {
        send(new Field("MESSAGE", "lab-one"), new Field("MESSAGE", "lab-two"), new Field("PRIORITY", "3"));
        send(new Field("PRIORITY", "2"), new Field("SYSLOG_IDENTIFIER", "lab-none"));
        var errors = capture(Map.of()).texts().getLast().lines();
        assertEquals(
                1, errors.stream().filter(line -> line.endsWith(": lab-one")).count());
        assertEquals(
                1, errors.stream().filter(line -> line.endsWith(": lab-two")).count());
        assertTrue(errors.getLast().matches("[^ ]+ critical [^ ]+:"), errors::getLast);
    }

    @Test
    void a_message_of_two_megabytes_neither_breaks_anything_nor_is_lost_in_silence() {
        long before = report(capture(Map.of())).counts().errors().sinceBoot();
        var message = "MESSAGE=" + "z".repeat(2_000_000) + "\nPRIORITY=3\n";
        must(Command.of("logger", "--journald").withInput(message.getBytes(StandardCharsets.UTF_8)));
        JournalLab.settle();
        var capture = capture(Map.of());
        assertEquals(
                1,
                lines(capture, TAIL, "warning twin: a message that is too long is left out here")
                        .size());
        assertEquals(before + 1, report(capture).counts().errors().sinceBoot());
    }

    @Test
    void who_is_not_root_cannot_put_words_into_the_mouth_of_a_unit() {
        must(Command.of(
                "runuser",
                "-u",
                "alice",
                "--",
                "sh",
                "-c",
                "printf 'MESSAGE=lab-spoof\nUNIT=ssh.service\nPRIORITY=3\n' | logger --journald"));
        JournalLab.settle();
        var line = LogLine.parse(lines(capture(Map.of()), TAIL, "lab-spoof").getFirst())
                .orElseThrow();
        assertEquals(Severity.ERROR, line.severity());
        assertFalse(line.unit().contains("ssh"), line::unit);
    }

    @Test
    void what_systemd_says_about_a_unit_is_found_under_its_name() {
        must(Command.of("systemctl", "restart", "cron.service"));
        JournalLab.settle();
        var cron = capture(Map.of(), new UnitName("cron.service"))
                .texts()
                .getFirst()
                .lines();
        assertTrue(
                cron.stream().anyMatch(line -> line.contains("cron.service[1]: Started cron.service")), cron::toString);
        assertTrue(cron.stream().allMatch(line -> line.contains(" cron.service[")), cron::toString);
        var nothing = capture(Map.of(), new UnitName("no-such.service")).texts();
        assertEquals(List.of(), nothing.getFirst().lines());
    }

    @Test
    void the_counts_are_those_of_an_independent_count() {
        log("auth.warning", "lab-door", "at the door, and grave");
        log("authpriv.info", "lab-door", "at the door");
        log("user.crit", "lab-crit", "x".repeat(5000));
        send(new Field("MESSAGE", "both"), new Field("PRIORITY", "6"), new Field("PRIORITY", "3"));
        JournalLab.settle();
        long anHourAgo = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - 3_600_000_000L;
        var capture = capture(Map.of());
        long until = JournalCursor.parse(capture.marks().get(JournalLogs.MARK))
                .orElseThrow()
                .time();
        var counts = report(capture).counts();
        assertEquals(new Counts(oracle("<= 3", anHourAgo, until), oracle("<= 3", 0, until)), counts.errors());
        assertEquals(new Counts(oracle("== 4", anHourAgo, until), oracle("== 4", 0, until)), counts.warnings());
        assertEquals(Optional.empty(), report(capture).countedSince());
    }

    /** How many messages of this boot have such a priority, between these times in microseconds. */
    private static long oracle(String condition, long from, long until) {
        return Long.parseLong(must(Command.of(
                "sh",
                "-c",
                "journalctl -b -o json | jq -s '[.[] | select((.__REALTIME_TIMESTAMP | tonumber) | . >= " + from
                        + " and . <= " + until
                        + ") | select((.PRIORITY // \"6\" | if type == \"array\" then min else . end | tonumber) "
                        + condition + ")] | length'")));
    }

    @Test
    void what_was_deleted_between_two_captures_is_a_gap_and_only_once() {
        log("user.info", "lab-gap", "seen");
        var first = capture(Map.of());
        log("user.info", "lab-gap", "never seen");
        rotate();
        vacuum();
        log("user.info", "lab-gap", "seen again");
        var second = capture(first.marks());
        var gap = report(second).gaps().getFirst();
        assertTrue(gap.reason().contains("deleted from the journal before twin could read"), gap.reason());
        assertTrue(gap.from().orElseThrow().compareTo(gap.to().orElseThrow()) <= 0, gap::toString);
        assertEquals(List.of(), lines(second, TAIL, "never seen"));
        assertEquals(1, lines(second, TAIL, "seen again").size());
        assertEquals(List.of(), report(capture(second.marks())).gaps());
    }

    @Test
    void a_journal_that_was_only_rotated_has_no_gap() {
        log("user.info", "lab-rotated", "one");
        var first = capture(Map.of());
        log("user.info", "lab-rotated", "two");
        rotate();
        log("user.info", "lab-rotated", "three");
        assertEquals(List.of(), report(capture(first.marks())).gaps());
    }

    @Test
    void a_journal_of_which_only_was_deleted_what_had_been_read_has_no_gap() {
        log("user.info", "lab-read", "one");
        rotate();
        var first = capture(Map.of());
        vacuum();
        log("user.info", "lab-read", "two");
        assertEquals(List.of(), report(capture(first.marks())).gaps());
    }

    @Test
    void a_journal_with_the_files_of_users_has_no_gap_either() {
        userLog("one");
        var first = capture(Map.of());
        log("user.info", "lab-users", "two");
        userLog("three");
        var second = capture(first.marks());
        assertEquals(List.of(), report(second).gaps());
        rotate();
        vacuum();
        userLog("four");
        log("user.info", "lab-users", "five");
        assertEquals(List.of(), report(capture(second.marks())).gaps());
    }

    private static void userLog(String message) {
        must(Command.of("runuser", "-u", "alice", "--", "logger", "-t", "lab-users", "--", message));
        JournalLab.settle();
    }

    @Test
    void a_journal_whose_files_were_deleted_by_hand_has_a_gap() throws Exception {
        log("user.info", "lab-deleted", "seen");
        var first = capture(Map.of());
        log("user.info", "lab-deleted", "never seen");
        var id = Files.readString(Path.of("/etc/machine-id")).strip();
        must(Command.of("find", "/var/log/journal/" + id, "-type", "f", "-delete"));
        must(Command.of("systemctl", "restart", "systemd-journald.service"));
        log("user.info", "lab-deleted", "seen again");
        var second = capture(first.marks());
        assertEquals(1, report(second).gaps().size(), () -> report(second).toString());
        assertEquals(List.of(), report(capture(second.marks())).gaps());
    }

    @Test
    void a_unit_that_failed_is_named() {
        must(Command.of("systemctl", "reset-failed")); // whatever other tests have left
        JournalLab.COMMANDS.run(Command.of("systemctl", "start", "--wait", "toy-fail.service"));
        assertEquals(List.of("toy-fail.service"), report(capture(Map.of())).failedUnits());
        must(Command.of("systemctl", "reset-failed", "toy-fail.service"));
        assertEquals(List.of(), report(capture(Map.of())).failedUnits());
    }

    @Test
    void nothing_is_in_the_way_of_a_second_capture() {
        var first = capture(Map.of());
        var second = capture(first.marks());
        assertEquals(Optional.empty(), report(second).unavailable());
        assertEquals(List.of(), report(second).gaps());
    }
}
