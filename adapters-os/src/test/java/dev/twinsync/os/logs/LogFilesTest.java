package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.FileSource;
import dev.twinsync.domain.logs.FileSource.Parse;
import dev.twinsync.domain.logs.FilesWish;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.LogText;
import dev.twinsync.port.LogSource.Since;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    private static final LogFiles FILES =
            new LogFiles(new Self("alice", 1000), LogBench.REDACTION, _ -> LogBench.TIMES);

    @TempDir
    Path directory;

    private static LogsConfig config(FileSource... sources) {
        return new LogsConfig(
                LogsConfig.DEFAULT.journal(),
                new FilesWish(true, List.of(sources)),
                LogsConfig.DEFAULT.homeAssistant());
    }

    private FileSource source(String file, Parse parse) {
        return new FileSource("toy", new TargetPath(directory.resolve(file).toString()), 3, parse);
    }

    private static Capture capture(FileSource source) {
        return FILES.capture(config(source), new Since(LogBench.NOW, Map.of()));
    }

    private Capture capture(Parse parse, String... lines) throws Exception {
        Files.write(directory.resolve("log"), List.of(lines));
        return capture(source("log", parse));
    }

    private static LogReport report(Capture capture) {
        return capture.reports().getFirst();
    }

    private String reason(String file) {
        var capture = capture(source(file, Parse.NONE));
        assertEquals(List.of(), capture.texts());
        return report(capture).unavailable().orElseThrow();
    }

    @Test
    void its_last_lines_are_kept_as_they_stand() throws Exception {
        var capture = capture(Parse.NONE, "one", "two", "\u0000\u001b[2K", "password=visible here");
        assertEquals(
                List.of(new LogText("files/toy_tail.txt", List.of("two", "\u0000\u001b[2K", "password=visible here"))),
                capture.texts());
        assertEquals(Optional.of("files/toy_tail.txt"), report(capture).text());
    }

    /** Those who show them later may be elsewhere. */
    @Test
    void the_zone_of_lines_that_do_not_name_theirs_is_told() throws Exception {
        var tokyo = new Times(LogBench.NOW, ZoneId.of("Asia/Tokyo"), Optional.empty());
        Files.write(directory.resolve("log"), List.of("Nov 23 05:00:00 host x: m"));
        var capture = new LogFiles(new Self("alice", 1000), LogBench.REDACTION, _ -> tokyo)
                .capture(config(source("log", Parse.SYSLOG)), new Since(LogBench.NOW, Map.of()));
        assertEquals(Optional.of("Asia/Tokyo"), report(capture).zone());
    }

    @Test
    void a_log_that_is_only_kept_is_not_counted() throws Exception {
        var capture = capture(Parse.NONE, "2026-11-22T20:00:00Z host x: error");
        assertEquals(Counts.NONE, report(capture).counts().errors());
        assertEquals(Map.of(), capture.marks());
        assertEquals(List.of(), report(capture).gaps());
    }

    @Test
    void messages_are_counted_by_when_they_were_written() throws Exception {
        var counts = report(capture(
                        Parse.SYSLOG,
                        "2026-11-22T18:29:59Z host x[1]: error before the boot",
                        "2026-11-22T18:30:00Z host x[1]: error at the boot",
                        "2026-11-22T19:29:59Z host x[1]: error more than an hour ago",
                        "2026-11-22T19:30:00Z host x[1]: error an hour ago",
                        "  and what belongs to that error",
                        "2026-11-22T20:29:59Z host x[1]: warning just now"))
                .counts();
        assertEquals(new Counts(1, 3), counts.errors());
        assertEquals(new Counts(1, 1), counts.warnings());
    }

    @Test
    void messages_of_nginx_are_counted_by_their_level() throws Exception {
        var counts = report(capture(
                        Parse.NGINX,
                        "2026/11/22 20:18:42 [crit] 1717#1717: *2 stat() failed (13: Permission denied)",
                        "2026/11/22 20:18:43 [warn] 1717#1717: conflicting server name",
                        "2026/11/22 20:18:44 [notice] 1717#1717: an error in words only"))
                .counts();
        assertEquals(new Counts(1, 1), counts.errors());
        assertEquals(new Counts(1, 1), counts.warnings());
    }

    @Test
    void where_nothing_was_ever_rotated_the_counts_hold() throws Exception {
        assertEquals(
                Optional.empty(),
                report(capture(Parse.SYSLOG, "2026-11-22T20:00:00Z host x: m")).countedSince());
        assertEquals(Optional.empty(), report(capture(Parse.SYSLOG)).countedSince());
    }

    @Test
    void where_the_log_does_not_reach_back_to_the_boot_it_says_from_when_on_the_counts_hold() throws Exception {
        Files.writeString(directory.resolve("log.1"), "2026-11-22T19:00:00Z host x: error\n");
        var counted = report(capture(Parse.SYSLOG, "2026-11-22T20:00:00Z host x: m"));
        assertEquals(Optional.of("2026-11-22T20:00:00Z"), counted.countedSince());
        var enough = report(capture(Parse.SYSLOG, "2026-11-22T18:30:00Z host x: m"));
        assertEquals(Optional.empty(), enough.countedSince());
    }

    @Test
    void where_the_log_is_empty_after_a_rotation_the_counts_hold_since_the_last_message_before() throws Exception {
        var rotated = Files.writeString(directory.resolve("log.1"), "2026-11-22T19:00:00Z host x: error\n");
        var written = Files.getLastModifiedTime(rotated).toInstant().getEpochSecond();
        assertEquals(
                Optional.of(Instant.ofEpochSecond(written).toString()),
                report(capture(Parse.SYSLOG)).countedSince());
    }

    @Test
    void a_log_of_another_kind_is_not_one_without_errors() throws Exception {
        var gaps = report(capture(Parse.NGINX, "2026-11-22T20:00:00Z host x: error"))
                .gaps();
        assertTrue(gaps.getFirst().reason().contains("could be read as nginx"), gaps.toString());
    }

    @Test
    void what_was_read_once_is_not_new_again() throws Exception {
        var first = capture(Parse.SYSLOG, "2026-11-22T20:00:00Z host x: error");
        var second = FILES.capture(config(source("log", Parse.SYSLOG)), new Since(LogBench.NOW, first.marks()));
        assertEquals(first.marks(), second.marks());
        assertEquals(List.of(), second.sightings());
        assertEquals(first.reports(), second.reports());
    }

    @Test
    void a_mark_that_is_none_is_as_good_as_no_mark() throws Exception {
        var first = capture(Parse.SYSLOG, "2026-11-22T20:00:00Z host x: error");
        var broken = Map.of(first.marks().keySet().iterator().next(), "nonsense");
        assertEquals(first, FILES.capture(config(source("log", Parse.SYSLOG)), new Since(LogBench.NOW, broken)));
    }

    @Test
    void a_log_that_is_not_there_for_a_moment_keeps_its_mark() throws Exception {
        var first = capture(Parse.SYSLOG, "2026-11-22T20:00:00Z host x: error");
        Files.delete(directory.resolve("log"));
        var second = FILES.capture(config(source("log", Parse.SYSLOG)), new Since(LogBench.NOW, first.marks()));
        assertEquals(first.marks(), second.marks());
    }

    @Test
    void nothing_is_captured_where_nothing_is_wanted() throws Exception {
        var wanted = config(source("log", Parse.NONE));
        var off = new LogsConfig(
                wanted.journal(), new FilesWish(false, wanted.files().sources()), wanted.homeAssistant());
        assertEquals(
                new Capture(List.of(), List.of(), List.of(), Map.of()),
                FILES.capture(off, new Since(LogBench.NOW, Map.of("files:/x", "y"))));
    }

    @Test
    void a_log_that_is_not_there_is_no_fault_and_without_rsyslog_the_journal_has_it() {
        assertEquals(directory + "/none is not there", reason("none"));
        assertEquals(directory + "/none/log is not there", reason("none/log"));
        assertEquals(
                directory + "/none is not there: without rsyslog its messages are in the journal, which"
                        + " logs.systemd_journal reads",
                report(capture(source("none", Parse.AUTH))).unavailable().orElseThrow());
    }

    @Test
    void one_log_that_cannot_be_read_hides_no_other() throws Exception {
        Files.writeString(directory.resolve("log"), "line\n");
        var none = new FileSource("none", new TargetPath(directory + "/none"), 3, Parse.NONE);
        var capture = FILES.capture(config(none, source("log", Parse.NONE)), new Since(LogBench.NOW, Map.of()));
        assertEquals(
                List.of("none", "toy"),
                capture.reports().stream().map(LogReport::name).toList());
        assertEquals(1, capture.texts().size());
    }

    @Test
    void a_link_is_not_followed_neither_to_the_log_nor_on_the_way_to_it() throws Exception {
        Files.writeString(Files.createDirectory(directory.resolve("real")).resolve("log"), "secret\n");
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real/log"));
        Files.createSymbolicLink(directory.resolve("way"), directory.resolve("real"));
        assertTrue(reason("link").startsWith(directory + "/link is a symbolic link"), reason("link"));
        assertTrue(reason("way/log").startsWith(directory + "/way is a symbolic link"), reason("way/log"));
    }

    @Test
    void a_folder_and_a_named_pipe_are_no_logs_and_nobody_waits_for_a_writer() throws Exception {
        Files.createDirectory(directory.resolve("folder"));
        var made = new SystemCommandRunner().run(Command.of("mkfifo", directory + "/pipe"));
        assertTrue(made instanceof Result.Ended ended && ended.exit() == 0, () -> made.inWords("mkfifo"));
        assertEquals(directory + "/folder is a folder and no log file", reason("folder"));
        assertEquals(
                directory + "/pipe is a named pipe and no log file",
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reason("pipe")));
    }

    @Test
    void an_empty_log_has_no_lines() throws Exception {
        assertEquals(
                List.of(new LogText("files/toy_tail.txt", List.of())),
                capture(Parse.NONE).texts());
    }

    @Test
    void the_usual_logs_are_asked_for_and_never_fail() {
        var capture = FILES.capture(LogsConfig.DEFAULT, new Since(LogBench.NOW, Map.of()));
        assertEquals(
                Arrays.asList("syslog", "authlog", "nginx_error"),
                capture.reports().stream().map(LogReport::name).toList());
    }
}
