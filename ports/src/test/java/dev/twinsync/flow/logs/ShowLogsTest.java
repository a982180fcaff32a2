package dev.twinsync.flow.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.SimulatedRepo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowLogsTest {

    private static final String CURRENT = "logs/current/files/syslog_tail.txt";
    private static final String JOURNAL = "logs/current/systemd/journal_tail.txt";
    private static final LogIndex INDEX = SampleLogs.index();

    private final SimulatedRepo repo = new SimulatedRepo();
    private Instant now = SampleLogs.CAPTURED;
    private ZoneId zone = ZoneOffset.UTC;

    @BeforeEach
    void fill() throws IOException {
        SampleLogs.into(repo);
    }

    private ShowLogs logs() {
        return new ShowLogs(repo, () -> now, zone);
    }

    private LogFilter since(String when) {
        return logs().filter(Optional.of(SinceWhen.of(when, zone)), List.of(), Optional.empty());
    }

    private static LogFilter unit(String... units) {
        return new LogFilter(Optional.empty(), List.of(units), Optional.empty());
    }

    private static LogFilter grep(String pattern) {
        return new LogFilter(Optional.empty(), List.of(), Optional.of(Search.of(pattern)));
    }

    private List<Integer> numbers(String path, LogFilter filter) throws IOException {
        return numbers(logs().lines(path, filter, LineWindow.EVERYTHING));
    }

    private static List<Integer> numbers(FoundLines found) {
        return found.lines().stream().map(FoundLines.Line::number).toList();
    }

    private List<String> texts(LogFilter filter) throws IOException {
        return logs().errors(INDEX, filter).stream().map(ErrorSignature::unit).toList();
    }

    // index

    @Test
    void an_index_without_a_capture_is_none() throws IOException {
        assertEquals(new Reading.Value<>(Optional.of(INDEX)), logs().index());
        repo.write(
                Layout.logIndex(),
                LogIndex.EMPTY.withLastApply(INDEX.lastApply().orElseThrow()));
        assertEquals(new Reading.Value<>(Optional.empty()), logs().index());
        repo.delete(Layout.LOG_INDEX);
        assertEquals(new Reading.Value<>(Optional.empty()), logs().index());
    }

    // overview

    @Test
    void an_overview_has_the_logs_in_the_order_of_their_plugins() {
        var overview = logs().overview(INDEX);
        assertEquals(
                List.of("syslog", "authlog", "nginx_error", "journal"),
                overview.sources().stream()
                        .map(source -> source.report().name())
                        .toList());
        assertEquals(
                List.of(true, false, false, false),
                overview.sources().stream().map(LogOverview.Source::isQuiet).toList());
        assertEquals(Optional.of("journal"), overview.mostTelling());
    }

    @Test
    void what_is_an_hour_old_is_old_and_what_is_to_come_has_no_age() {
        assertFalse(logs().overview(INDEX).isOld());
        now = now.plus(Duration.ofMinutes(59));
        assertFalse(logs().overview(INDEX).isOld());
        now = now.plus(Duration.ofMinutes(1));
        assertTrue(logs().overview(INDEX).isOld());
        assertEquals(Optional.of(Duration.ofHours(1)), logs().overview(INDEX).age());
        now = SampleLogs.CAPTURED.minusSeconds(1);
        assertEquals(Optional.empty(), logs().overview(INDEX).age());
    }

    @Test
    void new_errors_stand_under_what_they_are_newer_than() {
        var overview = logs().overview(INDEX);
        assertEquals(
                List.of("kernel", "nginx.service"),
                overview.newSinceSnapshot().stream().map(ErrorSignature::unit).toList());
        assertEquals(
                List.of("nginx.service"),
                overview.newSinceApply().stream().map(ErrorSignature::unit).toList());
    }

    @Test
    void a_log_whose_lines_are_not_kept_is_not_worth_reading_first() {
        var loud = new LogReport(
                "loud",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new LogCounts(
                        new Counts(9, 9),
                        Counts.NONE,
                        Map.of(),
                        List.of(),
                        dev.twinsync.domain.logs.AuthFailures.NONE,
                        Optional.empty()),
                List.of(),
                List.of());
        assertEquals(
                Optional.empty(),
                logs().overview(with(Map.of("logs.x", List.of(loud)))).mostTelling());
    }

    private static LogIndex with(Map<String, List<LogReport>> plugins) {
        return new LogIndex(
                INDEX.capturedAt(), INDEX.previousCapture(), plugins, List.of(), Optional.empty(), Map.of());
    }

    // errors

    @Test
    void errors_come_newest_first_and_can_be_restricted() throws IOException {
        assertEquals(List.of("kernel", "nginx.service", "php"), texts(LogFilter.NONE));
        assertEquals(List.of("nginx.service"), texts(unit("nginx")));
        assertEquals(List.of("nginx.service"), texts(unit("nginx.service")));
        assertEquals(List.of(), texts(unit("ngin")));
        assertEquals(List.of("kernel", "php"), texts(unit("k*", "ph?")));
        assertEquals(List.of("php"), texts(grep("PHP.*error")));
        assertEquals(List.of("kernel", "nginx.service"), texts(since("12m")));
        assertEquals(List.of("kernel"), texts(since("11m")));
    }

    @Test
    void an_error_with_a_time_that_somebody_spoiled_may_be_new() throws IOException {
        var spoiled = new LogIndex(
                INDEX.capturedAt(),
                Optional.empty(),
                Map.of(),
                List.of(SampleLogs.error("x", "a", "soon", 1)),
                Optional.empty(),
                Map.of());
        assertEquals(1, logs().errors(spoiled, since("1m")).size());
    }

    @Test
    void new_errors_are_those_that_are_new_since_either() throws IOException {
        assertEquals(
                List.of("kernel", "nginx.service"),
                logs().newErrors(INDEX, LogFilter.NONE).stream()
                        .map(ErrorSignature::unit)
                        .toList());
        assertEquals(1, logs().newErrors(INDEX, unit("kernel")).size());
    }

    // auth and units

    @Test
    void refused_logins_are_searched_by_what_they_say() throws IOException {
        assertEquals(
                4,
                logs().refusedLogins(INDEX, LogFilter.NONE)
                        .sources()
                        .getFirst()
                        .groups()
                        .size());
        for (String pattern : List.of("^sshd$", "203.0.113.9")) {
            assertEquals(
                    2,
                    logs().refusedLogins(INDEX, grep(pattern))
                            .sources()
                            .getFirst()
                            .groups()
                            .size());
        }
        assertEquals(
                1,
                logs().refusedLogins(INDEX, grep("^alice$"))
                        .sources()
                        .getFirst()
                        .groups()
                        .size());
        assertTrue(logs().refusedLogins(with(Map.of()), LogFilter.NONE).isEmpty());
    }

    @Test
    void units_are_failed_critical_or_have_errors() {
        var units = logs().units(INDEX, LogFilter.NONE);
        assertEquals(List.of("nginx.service"), units.failed());
        assertEquals(List.of("kernel"), units.critical());
        assertEquals(
                List.of("php", "nginx.service", "kernel"),
                units.errors().stream().map(UnitTroubles.OfUnit::unit).toList());
        assertEquals(
                new UnitTroubles.OfUnit("nginx.service", 1, 3, "2026-11-22T21:18:42Z"),
                units.errors().get(1));
        assertEquals(List.of(), logs().units(INDEX, unit("nginx")).critical());
        assertTrue(logs().units(INDEX, unit("sshd")).isEmpty());
    }

    // sources

    @Test
    void a_log_is_found_by_its_name() throws IOException {
        assertEquals(new NamedSource.Kept(CURRENT), logs().source(INDEX, "syslog"));
        assertEquals(new NamedSource.Kept(JOURNAL), logs().source(INDEX, "journal"));
        assertEquals(
                new NamedSource.Kept("logs/current/systemd/errors_last_boot.txt"),
                logs().source(INDEX, "errors_last_boot"));
    }

    @Test
    void a_log_of_which_there_is_nothing_says_why() throws IOException {
        var unread = assertInstanceOf(NamedSource.Unavailable.class, logs().source(INDEX, "nginx_error"));
        assertTrue(unread.reason().contains("group adm"));
        assertEquals(new NamedSource.Nothing(), logs().source(INDEX, "authlog"));
    }

    @Test
    void a_log_that_nothing_here_would_write_is_no_log_that_could_not_be_read() throws IOException {
        var none = LogReport.ofNothing("ha_core", "there is no Home Assistant");
        var index = with(Map.of("logs.home_assistant", List.of(none)));
        assertEquals(new NamedSource.Absent("there is no Home Assistant"), logs().source(index, "ha_core"));
    }

    @Test
    void a_name_that_is_none_is_answered_with_those_that_are() throws IOException {
        assertEquals(
                new NamedSource.Unknown(
                        List.of("syslog", "authlog", "nginx_error", "journal", "errors_last_boot"),
                        "; did you mean \"syslog\"?"),
                logs().source(INDEX, "sislog"));
        repo.delete("logs/current/systemd/errors_last_boot.txt");
        var unknown = assertInstanceOf(NamedSource.Unknown.class, logs().source(INDEX, "errors_last_boot"));
        assertFalse(unknown.known().contains("errors_last_boot"));
    }

    @Test
    void an_index_that_points_elsewhere_leads_nowhere() throws IOException {
        for (String path : List.of("../../config.yaml", "/etc/passwd", "index.yaml")) {
            var report = new LogReport(
                    "x", Optional.empty(), Optional.of(path), Optional.empty(), LogCounts.NONE, List.of(), List.of());
            var source = logs().source(with(Map.of("logs.x", List.of(report))), "x");
            assertEquals(new NamedSource.Nothing(), source, path);
        }
    }

    // lines

    @Test
    void the_texts_of_the_last_capture_come_alone_or_with_those_before() throws IOException {
        assertEquals(List.of(CURRENT, "logs/current/systemd/errors_last_boot.txt", JOURNAL), logs().texts(false));
        assertEquals(4, logs().texts(true).size());
        assertTrue(logs().texts(true).contains("logs/2026-11-22T20-30-00Z/files/syslog_tail.txt"));
    }

    @Test
    void without_a_filter_all_lines_are_there() throws IOException {
        var found = logs().lines(CURRENT, LogFilter.NONE, LineWindow.EVERYTHING);
        assertEquals(
                SampleLogs.SYSLOG,
                String.join(
                                "\n",
                                found.lines().stream()
                                        .map(FoundLines.Line::text)
                                        .toList()) + "\n");
        assertTrue(found.isWhole());
        assertFalse(found.isUndated());
    }

    @Test
    void a_line_without_a_time_or_a_unit_goes_with_the_line_before() throws IOException {
        assertEquals(List.of(2, 3, 4), numbers(CURRENT, since("30m")));
        assertEquals(List.of(2, 3), numbers(CURRENT, unit("php")));
        assertEquals(List.of(1, 4), numbers(CURRENT, unit("cron")));
        assertEquals(List.of(2, 3), numbers(JOURNAL, unit("nginx")));
        assertEquals(List.of(4), numbers(JOURNAL, since("10m")));
    }

    @Test
    void lines_before_the_first_time_are_no_newer_than_that() throws IOException {
        SampleLogs.store(repo, CURRENT, "  at X\nNov 22 20:00:00 host a: b\nNov 22 21:00:00 host a: c\n");
        assertEquals(List.of(3), numbers(CURRENT, since("1h")));
        assertEquals(List.of(1, 2, 3), numbers(CURRENT, since("2h")));
    }

    @Test
    void times_without_a_zone_are_those_of_the_machine_and_times_without_a_year_those_of_the_capture()
            throws IOException {
        zone = ZoneId.of("Europe/Berlin");
        assertEquals(List.of(4), numbers(CURRENT, since("2026-11-22T20:20:00Z")));
        now = Instant.parse("2027-11-22T21:30:00Z");
        assertEquals(List.of(), numbers(CURRENT, since("30d")), "not the November of the year in which one looks");
    }

    /** Which may be another one than that from which one looks. What no clock here knows is as good as nothing. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin,1", "UTC,3", "No/Where,3"})
    void times_without_a_zone_are_those_of_the_machine_that_was_read(String zoneOfMachine, int lines)
            throws IOException {
        var plugins = new TreeMap<String, List<LogReport>>();
        INDEX.plugins()
                .forEach((plugin, reports) -> plugins.put(
                        plugin,
                        reports.stream().map(report -> report.in(zoneOfMachine)).toList()));
        repo.write(
                Layout.logIndex(),
                new LogIndex(
                        INDEX.capturedAt(),
                        INDEX.previousCapture(),
                        plugins,
                        INDEX.signatures(),
                        INDEX.lastApply(),
                        INDEX.marks()));
        assertEquals(lines, numbers(CURRENT, since("2026-11-22T20:20:00Z")).size());
        assertEquals(List.of(4), numbers(JOURNAL, since("10m")), "these name their zone");
    }

    @Test
    void where_no_line_has_a_time_all_count_as_new_and_that_is_said() throws IOException {
        SampleLogs.store(repo, CURRENT, "a\nb\n");
        var found = logs().lines(CURRENT, since("1m"), LineWindow.EVERYTHING);
        assertEquals(List.of(1, 2), numbers(found));
        assertTrue(found.isUndated());
        assertFalse(logs().lines(CURRENT, LogFilter.NONE, LineWindow.EVERYTHING).isUndated());
    }

    @Test
    void a_pattern_is_found_with_its_place_and_with_what_stands_around() throws IOException {
        var found = logs().lines(CURRENT, grep("thrown"), new LineWindow(10, 1));
        assertEquals(List.of(2, 3, 4), numbers(found));
        assertEquals(
                List.of(false, true, false),
                found.lines().stream().map(FoundLines.Line::isMatch).toList());
        assertEquals(List.of(new Search.Match(2, 8)), found.lines().get(1).matches());
        assertEquals(List.of(1, 4), numbers(CURRENT, grep("cron")));
    }

    @Test
    void the_last_lines_are_the_last_of_those_that_were_found() throws IOException {
        assertEquals(List.of(4), numbers(logs().lines(CURRENT, grep("cron"), new LineWindow(1, 0))));
        assertEquals(List.of(3, 4), numbers(logs().lines(CURRENT, grep("cron"), new LineWindow(1, 1))));
        assertEquals(List.of(3, 4), numbers(logs().lines(CURRENT, LogFilter.NONE, new LineWindow(2, 0))));
        assertEquals(List.of(), numbers(logs().lines(CURRENT, LogFilter.NONE, new LineWindow(0, 5))));
    }

    @Test
    void what_stands_around_is_taken_from_what_was_asked_for() throws IOException {
        var filter = new LogFilter(Optional.empty(), List.of("cron"), Optional.of(Search.of("cron.3")));
        assertEquals(List.of(1, 4), numbers(logs().lines(CURRENT, filter, new LineWindow(10, 1))));
    }

    @Test
    void a_pattern_is_looked_for_in_what_is_shown() throws IOException {
        SampleLogs.store(repo, CURRENT, "a\u001b[2Kb\n");
        assertEquals(List.of(1), numbers(CURRENT, grep("u001b")));
        assertEquals(List.of(), numbers(CURRENT, grep("\u001b")));
    }

    @Test
    void a_line_that_takes_too_long_is_an_error_in_words() throws IOException {
        SampleLogs.store(repo, CURRENT, "a".repeat(4_000) + "\n");
        var gaveUp = assertThrows(Search.GaveUp.class, () -> numbers(CURRENT, grep("(.*a){20}b")));
        assertTrue(gaveUp.getMessage().contains("takes too much"));
    }

    @Test
    void a_text_at_the_top_of_the_folder_is_one_too() throws IOException {
        SampleLogs.store(repo, "logs/note.txt", "Nov 22 21:29:00 host a: b\n");
        assertEquals(List.of(1), numbers("logs/note.txt", since("1h")));
    }
}
