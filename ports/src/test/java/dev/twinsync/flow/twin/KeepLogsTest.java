package dev.twinsync.flow.twin;

import static dev.twinsync.flow.SimulatedTwin.START;
import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.AuthFailures;
import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.configuration.LogsInGit;
import dev.twinsync.flow.logs.SampleLogs;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Document;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.LogText;
import dev.twinsync.port.SimulatedLogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of what the log plugins bring. */
class KeepLogsTest {

    private static final String SYSLOG = "files/syslog_tail.txt";
    private static final String SECRET = "hunter2-and-more";

    private final SimulatedTwin twin = new SimulatedTwin();
    private final SimulatedLogs journal = new SimulatedLogs("logs.systemd_journal");
    private final SimulatedLogs files = new SimulatedLogs("logs.files");

    @BeforeEach
    void two_log_plugins_on_a_machine_with_a_repository() throws IOException {
        twin.logging = logging(10, 30, LogsInGit.INDEX);
        twin.init();
        later(60);
    }

    private Logging logging(long keep, long days, LogsInGit inGit) {
        return new Logging(List.of(journal, files), keep, days, inGit);
    }

    private void later(long seconds) {
        twin.now = twin.now.plusSeconds(seconds);
    }

    private Snapshot.Result.Taken snapshot() throws IOException {
        return assertInstanceOf(Snapshot.Result.Taken.class, twin.snapshot());
    }

    private static Capture texts(LogText... texts) {
        return new Capture(List.of(texts), List.of(), List.of(), Map.of());
    }

    private static Capture lines(String... lines) {
        return texts(new LogText(SYSLOG, List.of(lines)));
    }

    private static Capture errors(String... signatures) {
        var sightings = List.of(signatures).stream()
                .map(text -> new Sighting(text, Severity.ERROR, "php", Optional.empty(), Optional.empty(), 1))
                .toList();
        return new Capture(List.of(), List.of(), sightings, Map.of());
    }

    private String text(String path) throws IOException {
        try (var content = twin.repo.open(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String syslog() throws IOException {
        return text("logs/current/" + SYSLOG);
    }

    private LogIndex index() throws IOException {
        return switch (twin.repo.read(Layout.logIndex())) {
            case Reading.Value<Optional<LogIndex>>(var index) -> index.orElseThrow();
            case Reading.Wrong<Optional<LogIndex>>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String mask(String secret) {
        return "‹secret " + SimulatedTwin.REDACTION.fingerprints().of(secret) + "›";
    }

    @Test
    void the_lines_of_each_log_land_in_the_current_capture() throws IOException {
        journal.bring(texts(new LogText("systemd/journal_tail.txt", List.of("a", "b"))));
        files.bring(lines("c\td"));
        snapshot();
        assertEquals("a\nb\n", text("logs/current/systemd/journal_tail.txt"));
        assertEquals("c\td\n", syslog());
    }

    @Test
    void what_is_not_brought_any_more_does_not_stay_in_the_current_capture() throws IOException {
        files.bring(lines("a"));
        snapshot();
        later(60);
        files.bring(texts());
        snapshot();
        assertEquals(List.of(Layout.LOG_INDEX), twin.repo.list(Layout.CURRENT_LOGS));
    }

    @Test
    void secrets_in_lines_become_masks_and_what_steers_a_terminal_is_spelled_out() throws IOException {
        files.bring(lines("login with password=" + SECRET, "\u001b[31mred\u202egnp.exe\r"));
        snapshot();
        assertEquals("login with password=" + mask(SECRET) + "\n\\u001b[31mred\\u202egnp.exe\\u000d\n", syslog());
    }

    @Test
    void a_private_key_over_several_lines_becomes_masks() throws IOException {
        files.bring(lines("-----BEGIN RSA PRIVATE KEY-----", "QUFBQUFB", "QkJCQkJC", "-----END RSA PRIVATE KEY-----"));
        snapshot();
        assertFalse(syslog().contains("QUFBQUFB"), syslog());
        assertFalse(syslog().contains("QkJCQkJC"), syslog());
    }

    @Test
    void secrets_in_the_index_become_masks_and_what_steers_a_terminal_is_spelled_out() throws IOException {
        var hostile = "login with password=" + SECRET + " \u001b[2J\u202e";
        var counts = new LogCounts(
                new Counts(1, 2),
                Counts.NONE,
                Map.of(hostile, 3L),
                List.of(hostile),
                new AuthFailures(
                        new Counts(1, 1), List.of(new AuthFailures.Group("sshd", hostile, hostile, Counts.NONE)), 0),
                Optional.of(new LogCounts.LastError(Optional.empty(), hostile, hostile)));
        var report = new LogReport(
                "syslog",
                Optional.empty(),
                Optional.of(SYSLOG),
                Optional.empty(),
                counts,
                List.of(hostile),
                List.of(new LogGap(Optional.empty(), Optional.empty(), hostile)));
        var sighting = new Sighting(hostile, Severity.ERROR, hostile, Optional.empty(), Optional.empty(), 1);
        files.bring(
                new Capture(List.of(), List.of(report, LogReport.unread("web", hostile)), List.of(sighting), Map.of()));

        snapshot();

        var written = index();
        var safe = "login with password=" + mask(SECRET) + " \\u001b[2J\\u202e";
        var kept = written.plugins().get("logs.files").getFirst();
        assertEquals(List.of(safe), kept.failedUnits());
        assertEquals(Map.of(safe, 3L), kept.counts().levels());
        assertEquals(
                List.of(new AuthFailures.Group("sshd", safe, safe, Counts.NONE)),
                kept.counts().auth().by());
        assertEquals(safe, written.signatures().getFirst().text());
        assertEquals(safe, written.signatures().getFirst().unit());
        var document = JsonTree.compact(LogIndex.SHAPE.write(written));
        assertFalse(document.contains(SECRET), document);
        assertTrue(document.codePoints().noneMatch(letter -> letter == 0x1b || letter == 0x202e), document);
    }

    @Test
    void two_names_that_look_alike_once_they_are_safe_are_still_a_report() throws IOException {
        var counts = new LogCounts(
                Counts.NONE,
                Counts.NONE,
                Map.of("a\u202e", 1L, "a\\u202e", 2L),
                List.of(),
                AuthFailures.NONE,
                Optional.empty());
        files.bring(new Capture(
                List.of(),
                List.of(new LogReport(
                        "syslog", Optional.empty(), Optional.empty(), Optional.empty(), counts, List.of(), List.of())),
                List.of(),
                Map.of()));
        snapshot();
        assertEquals("syslog", index().plugins().get("logs.files").getFirst().name());
    }

    private void restarted(String summary, LogReport report) throws IOException {
        var source = new SimulatedLogs("logs.home_assistant", Optional.of(summary));
        source.bring(new Capture(List.of(), List.of(report), List.of(), Map.of()));
        twin.logging = new Logging(List.of(source), 10, 30, LogsInGit.CURRENT);
        snapshot();
    }

    @Test
    void a_plugin_with_a_summary_gets_one_with_every_key_and_without_secrets() throws IOException {
        var counts = new LogCounts(
                new Counts(1, 2),
                Counts.NONE,
                Map.of(),
                List.of(),
                AuthFailures.NONE,
                Optional.of(new LogCounts.LastError(Optional.empty(), "rest", "password=" + SECRET)));
        var restarts = List.of(
                new Restart(Restart.Of.CONTAINER, "2026-11-22T07:00:02Z", "logs-latest"),
                new Restart(Restart.Of.CORE, "2026-11-22T06:00:00Z", "exit-code"));
        restarted(
                "home_assistant/summary.yaml",
                new LogReport(
                        "ha_core",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        counts,
                        List.of(),
                        List.of(),
                        Optional.of(new LogOrigin("supervisor", 500)),
                        restarts));
        var document = new Document<>("logs/current/home_assistant/summary.yaml", Shape.tree(), "");
        var summary =
                assertInstanceOf(Reading.Value.class, twin.repo.read(document)).value();
        assertEquals(
                "{\"captured_at\":\"" + twin.now
                        + "\",\"ha_core\":{\"unavailable\":null,\"source\":\"supervisor\",\"lines\":500,"
                        + "\"counted_since\":null,\"errors\":{\"last_hour\":1,\"since_boot\":2},"
                        + "\"warnings\":{\"last_hour\":0,\"since_boot\":0},"
                        + "\"last_error\":\"rest: password=" + mask(SECRET) + "\","
                        + "\"container_start\":{\"of\":\"container\",\"at\":\"2026-11-22T07:00:02Z\",\"source\":\"logs-latest\"},"
                        + "\"core_restart\":{\"of\":\"core\",\"at\":\"2026-11-22T06:00:00Z\",\"source\":\"exit-code\"},"
                        + "\"last_restart\":{\"of\":\"container\",\"at\":\"2026-11-22T07:00:02Z\",\"source\":\"logs-latest\"}}}",
                JsonTree.compact(((Optional<?>) summary).map(Tree.class::cast).orElseThrow()));
    }

    @Test
    void where_there_is_nothing_of_which_to_give_a_summary_there_is_none() throws IOException {
        restarted("home_assistant/summary.yaml", LogReport.ofNothing("ha_core", "there is no Home Assistant"));
        assertEquals(List.of(Layout.LOG_INDEX), twin.repo.list(Layout.CURRENT_LOGS));
    }

    @Test
    void a_long_line_is_cut_between_letters_and_says_so() throws IOException {
        files.bring(lines("x" + "😀".repeat(10_000), "end"));
        snapshot();
        var lines = syslog().lines().toList();
        assertTrue(lines.getFirst().endsWith("😀…"), "cut within a letter");
        assertTrue(
                lines.getFirst().length() < 10_000,
                () -> "length " + lines.getFirst().length());
        assertEquals("end", lines.getLast());
    }

    @Test
    void what_a_plugin_says_of_a_line_that_it_cut_stays() throws IOException {
        var cut = "x".repeat(4096) + " [… 17 more characters]";
        files.bring(lines(cut));
        snapshot();
        assertEquals(cut + "\n", syslog());
    }

    @Test
    void of_a_log_that_is_too_large_the_last_lines_are_kept() throws IOException {
        var lines = IntStream.range(0, 5000)
                .mapToObj(number -> number + " " + "ü".repeat(100))
                .toArray(String[]::new);
        files.bring(lines(lines));
        snapshot();
        assertTrue(syslog().getBytes(StandardCharsets.UTF_8).length <= 256 << 10, "too large");
        assertTrue(syslog().endsWith(lines[4999] + "\n"), "without its end");
        assertTrue(List.of(lines).contains(syslog().lines().findFirst().orElseThrow()), "half a line");
        assertTrue(syslog().lines().count() > 1000, "much too small");
    }

    @Test
    void other_words_in_the_logs_are_no_reason_for_a_commit_but_the_index_is_new() throws IOException {
        files.bring(lines("one"));
        snapshot();
        var head = twin.repo.head();
        var before = index().capturedAt();
        later(60);
        files.bring(lines("two"));

        assertEquals(Optional.empty(), snapshot().commit());

        assertEquals(head, twin.repo.head());
        assertEquals("two\n", syslog());
        assertEquals(before, index().previousCapture());
        assertEquals(Optional.of(twin.now.toString()), index().capturedAt());
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_takes_as_much_of_the_logs_along_as_the_configuration_says(LogsInGit inGit) throws IOException {
        twin.logging = logging(10, 30, inGit);
        files.bring(lines("one"));
        twin.packages.put(installed("git"));

        assertTrue(snapshot().commit().isPresent());

        assertEquals(inGit != LogsInGit.NONE, isCommitted(Layout.LOG_INDEX), "index");
        assertEquals(inGit == LogsInGit.CURRENT, isCommitted("logs/current/" + SYSLOG), "texts");
    }

    /** A commit of what is committed already is none. */
    private boolean isCommitted(String path) throws IOException {
        return twin.repo.commit("try " + path, Set.of(path)).isEmpty();
    }

    @Test
    void the_capture_before_is_put_aside_under_its_time_with_its_texts_and_its_index() throws IOException {
        journal.bring(texts(new LogText("systemd/journal_tail.txt", List.of("a"))));
        files.bring(lines("b"));
        snapshot();
        var first = index();
        var folder = "logs/" + twin.now.toString().replace(':', '-');
        later(60);
        files.bring(lines("c"));

        snapshot();

        assertEquals("a\n", text(folder + "/systemd/journal_tail.txt"));
        assertEquals("b\n", text(folder + "/" + SYSLOG));
        assertEquals(JsonTree.compact(LogIndex.SHAPE.write(first)), text(folder + "/index.yaml"));
        assertEquals("c\n", syslog());
    }

    private List<String> asideFolders() throws IOException {
        return twin.repo.list(Layout.LOGS).stream()
                .map(path -> path.split("/")[1])
                .filter(name -> !name.equals("current"))
                .distinct()
                .toList();
    }

    @Test
    void no_more_captures_are_kept_than_the_configuration_says() throws IOException {
        twin.logging = logging(2, 30, LogsInGit.INDEX);
        var times = new ArrayList<String>();
        for (int count = 0; count < 5; count++) {
            times.add(twin.now.toString().replace(':', '-'));
            snapshot();
            later(60);
        }
        assertEquals(times.subList(2, 4), asideFolders());
    }

    @Test
    void captures_of_every_hour_do_not_push_out_those_of_the_days_before() throws IOException {
        twin.logging = logging(2, 30, LogsInGit.INDEX);
        var lastOfDays = new TreeMap<String, String>();
        var times = new ArrayList<String>();
        for (int hour = 0; hour < 24 * 4; hour++) {
            times.add(twin.now.toString().replace(':', '-'));
            snapshot();
            later(Duration.ofHours(1).toSeconds());
        }
        times.removeLast(); // the current one
        times.forEach(time -> lastOfDays.put(time.substring(0, "2026-11-22".length()), time));
        var expected = new TreeSet<>(lastOfDays.values());
        expected.addAll(times.subList(times.size() - 2, times.size()));
        assertEquals(List.copyOf(expected), asideFolders());
        assertTrue(expected.size() > 4, expected::toString);
    }

    @Test
    void captures_that_are_older_than_the_configuration_says_are_not_kept() throws IOException {
        twin.logging = logging(10, 2, LogsInGit.INDEX);
        snapshot();
        later(Duration.ofDays(1).toSeconds());
        var young = twin.now.toString().replace(':', '-');
        snapshot();
        later(Duration.ofDays(1).toSeconds() + 1);
        snapshot();
        assertEquals(List.of(young), asideFolders());
    }

    @Test
    void captures_of_a_clock_that_was_ahead_do_not_push_out_those_of_the_clock_as_it_is() throws IOException {
        twin.logging = logging(2, 30, LogsInGit.INDEX);
        var right = twin.now;
        twin.now = right.plus(Duration.ofDays(3_000));
        for (int count = 0; count < 4; count++) {
            snapshot();
            later(60);
        }
        twin.now = right;
        var times = new ArrayList<String>();
        for (int count = 0; count < 4; count++) {
            times.add(twin.now.toString().replace(':', '-'));
            snapshot();
            later(60);
        }
        assertTrue(asideFolders().containsAll(times.subList(1, 3)), times::toString);
        assertEquals(2 + 2, asideFolders().size());
    }

    @Test
    void a_capture_of_a_second_of_which_there_is_one_already_takes_nothing_of_its_place() throws IOException {
        var texts = new ArrayList<String>();
        var start = twin.now;
        for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(60), Duration.ZERO, Duration.ofSeconds(30))) {
            twin.now = start.plus(time);
            texts.add("capture " + texts.size() + "\n");
            files.bring(lines("capture " + texts.indexOf(texts.getLast())));
            snapshot();
        }
        var there = new TreeSet<String>();
        for (String path : twin.repo.list(Layout.LOGS)) {
            if (path.endsWith(SYSLOG)) {
                there.add(text(path));
            }
        }
        assertEquals(new TreeSet<>(texts), there);
    }

    @Test
    void what_was_put_aside_in_part_or_as_a_whole_by_a_twin_that_was_cut_off_is_put_aside_in_the_same_place()
            throws IOException {
        files.bring(lines("one"));
        snapshot();
        var aside = twin.now.toString().replace(':', '-');
        for (String path : List.of(SYSLOG, "index.yaml")) {
            try (var content = twin.repo.open(Layout.CURRENT_LOGS + "/" + path)) {
                twin.repo.store(Layout.LOGS + "/" + aside + "/" + path, content);
            }
            later(60);
        }
        snapshot();
        assertEquals(List.of(START.toString().replace(':', '-'), aside), asideFolders());
        assertEquals("one\n", text(Layout.LOGS + "/" + aside + "/" + SYSLOG));
    }

    @Test
    void what_was_put_aside_is_not_written_over_by_half_of_the_next_capture() throws IOException {
        files.bring(lines("one"));
        snapshot();
        var aside = Layout.LOGS + "/" + twin.now.toString().replace(':', '-') + "/";
        for (String path : List.of(SYSLOG, "index.yaml")) {
            try (var content = twin.repo.open(Layout.CURRENT_LOGS + "/" + path)) {
                twin.repo.store(aside + path, content);
            }
        }
        SampleLogs.store(twin.repo, Layout.CURRENT_LOGS + "/" + SYSLOG, "half of two\n");
        later(60);
        files.bring(lines("three"));
        snapshot();
        assertEquals("one\n", text(aside + SYSLOG));
        assertEquals("three\n", text(Layout.CURRENT_LOGS + "/" + SYSLOG));
    }

    @Test
    void with_none_to_keep_only_the_current_capture_is_there() throws IOException {
        twin.logging = logging(0, 30, LogsInGit.INDEX);
        snapshot();
        later(60);
        snapshot();
        assertEquals(List.of(), asideFolders());
    }

    @Test
    void what_is_not_called_by_a_time_was_not_made_by_twin_and_stays() throws IOException {
        SampleLogs.store(twin.repo, "logs/mine/notes.txt", "x");
        SampleLogs.store(twin.repo, "logs/2020-01-01/notes.txt", "x");
        SampleLogs.store(twin.repo, "logs/2020-01-01T00-00-00Z.txt", "x");
        twin.logging = logging(0, 1, LogsInGit.INDEX);
        later(Duration.ofDays(3).toSeconds());
        snapshot();
        assertEquals("x", text("logs/mine/notes.txt"));
        assertEquals("x", text("logs/2020-01-01/notes.txt"));
        assertEquals("x", text("logs/2020-01-01T00-00-00Z.txt"));
    }

    @Test
    void each_plugin_gets_back_how_far_it_had_read() throws IOException {
        journal.bring(new Capture(List.of(), List.of(), List.of(), Map.of("journal", "cursor-1")));
        files.bring(new Capture(List.of(), List.of(), List.of(), Map.of("files:syslog", "4711")));
        snapshot();
        later(60);
        snapshot();
        var last = new LogSource.Since(twin.now, Map.of("journal", "cursor-1", "files:syslog", "4711"));
        assertEquals(last, journal.asked().getLast());
        assertEquals(last, files.asked().getLast());
    }

    @Test
    void an_error_is_new_since_the_snapshot_that_did_not_know_it() throws IOException {
        files.bring(errors("old"));
        snapshot();
        later(60);
        files.bring(errors("old", "new"));
        snapshot();
        assertEquals(List.of("new"), newSinceSnapshot());
        later(60);
        snapshot();
        assertEquals(List.of(), newSinceSnapshot());
    }

    private List<String> newSinceSnapshot() throws IOException {
        return index().signatures().stream()
                .filter(error -> error.isNewSinceSnapshot())
                .map(error -> error.text())
                .toList();
    }

    @Test
    void an_error_is_new_since_the_apply_that_ended_before_it_came() throws IOException {
        files.bring(errors("old"));
        snapshot();
        applied("git");
        later(60);
        files.bring(errors("old", "new"));
        snapshot();
        later(60);
        files.bring(texts());
        snapshot();
        assertEquals(
                List.of("new"),
                index().signatures().stream()
                        .filter(error -> error.isNewSinceApply())
                        .map(error -> error.text())
                        .toList());
    }

    private void applied(String name) throws IOException {
        twin.wish(present(name));
        twin.plan();
        later(60);
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
    }

    @Test
    void an_apply_adds_itself_to_the_index_and_leaves_the_rest_of_it() throws IOException {
        files.bring(new Capture(
                List.of(new LogText(SYSLOG, List.of("a"))),
                List.of(LogReport.unread("web", "there is none")),
                errors("old").sightings(),
                Map.of("files:syslog", "4711")));
        snapshot();
        var before = index();
        int captures = files.asked().size();
        later(60);

        applied("git");

        var apply = index().lastApply().orElseThrow();
        assertEquals(before.withLastApply(apply), index());
        assertEquals(twin.now.toString(), apply.endedAt());
        assertEquals(1, apply.succeeded());
        assertEquals(0, apply.others());
        assertTrue(twin.repo.list(Layout.HISTORY).contains(apply.history()), apply::history);
        assertEquals(captures, files.asked().size());
        assertEquals("a\n", syslog());

        later(60);
        snapshot();
        assertEquals(Optional.of(apply), index().lastApply());
    }

    @Test
    void an_index_that_cannot_be_read_is_made_anew() throws IOException {
        files.bring(errors("old"));
        snapshot();
        SampleLogs.store(twin.repo, Layout.LOG_INDEX, "nonsense");
        later(60);
        snapshot();
        assertEquals(Optional.of(twin.now.toString()), index().capturedAt());
        assertEquals(Map.of(), files.asked().getLast().marks());
    }

    private static final String CONFIG = "state/logs_config.yaml";
    private static final List<Problem> NO_DOCUMENT = List.of(new Problem(new Place(CONFIG, 1, 1), "is not a document"));

    @Test
    void a_snapshot_with_wrong_wishes_for_logs_names_the_place_and_touches_nothing() throws IOException {
        snapshot();
        var before = everything();
        int captures = files.asked().size();
        SampleLogs.store(twin.repo, CONFIG, "nonsense");
        twin.packages.put(installed("git"));
        later(60);

        var result = twin.snapshot();

        assertEquals(new Snapshot.Result.Unreadable(NO_DOCUMENT), result);
        twin.repo.delete(CONFIG);
        assertEquals(before, everything());
        assertEquals(captures, files.asked().size());
    }

    private Map<String, String> everything() throws IOException {
        var all = new TreeMap<String, String>();
        all.put("head", twin.repo.head().toString());
        for (String folder : List.of(Layout.STATE, Layout.LIVE, Layout.PLAN, Layout.LOGS)) {
            for (String path : twin.repo.list(folder)) {
                all.put(path, text(path));
            }
        }
        return all;
    }

    @Test
    void an_init_with_wrong_wishes_for_logs_names_the_place_and_adopts_nothing() throws IOException {
        var fresh = new SimulatedTwin();
        fresh.logging = new Logging(List.of(journal, files), 10, 30, LogsInGit.INDEX);
        fresh.packages.put(installed("git"));
        SampleLogs.store(fresh.repo, CONFIG, "nonsense");
        int captures = files.asked().size();

        var result = new Init(fresh.twin()).init(Map.of("config.yaml", new byte[0]), Duration.ZERO);

        assertEquals(new Init.Result.Unreadable(NO_DOCUMENT), result);
        assertEquals(Optional.empty(), fresh.repo.head());
        assertEquals(List.of(CONFIG), fresh.repo.list(Layout.STATE));
        assertEquals(List.of(), fresh.repo.list(Layout.LIVE));
        assertEquals(List.of(), fresh.repo.list(Layout.LOGS));
        assertEquals(captures, files.asked().size());
    }

    @Test
    void a_machine_without_log_plugins_keeps_what_it_had_and_nothing_else_happens() throws IOException {
        files.bring(lines("a"));
        snapshot();
        var before = index();
        twin.logging = Logging.NONE;
        later(60);
        assertEquals(before, snapshot().logs());
        assertEquals(before, index());
        assertEquals("a\n", syslog());

        var bare = new SimulatedTwin();
        bare.init();
        var taken = assertInstanceOf(Snapshot.Result.Taken.class, bare.snapshot());
        assertEquals(LogIndex.EMPTY, taken.logs());
        assertEquals(List.of(), bare.repo.list(Layout.LOGS));
    }

    @Test
    void an_init_captures_the_logs_and_calls_no_error_new() throws IOException {
        var fresh = new SimulatedTwin();
        fresh.logging = logging(10, 30, LogsInGit.INDEX);
        files.bring(errors("old"));
        var made = assertInstanceOf(
                Init.Result.Made.class, new Init(fresh.twin()).init(Map.of("config.yaml", new byte[0]), Duration.ZERO));
        assertEquals(Optional.of(START.toString()), made.logs().capturedAt());
        assertEquals(
                List.of(List.of()),
                made.logs().signatures().stream().map(error -> error.newSince()).toList());
        assertEquals(Optional.empty(), fresh.repo.commit("again", Set.of(Layout.LOG_INDEX)));
    }
}
