package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.HomeAssistantBench.ERROR;
import static dev.twinsync.os.logs.HomeAssistantBench.WARNING;
import static dev.twinsync.os.logs.HomeAssistantBench.core;
import static dev.twinsync.os.logs.HomeAssistantBench.lines;
import static dev.twinsync.os.logs.HomeAssistantBench.report;
import static dev.twinsync.os.logs.HomeAssistantBench.unavailable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.HomeAssistantWish;
import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where Home Assistant runs, and who has its log. */
class HomeAssistantLogsTest {

    private static final String FILE = "/srv/ha/home-assistant.log";
    private static final String EXIT = "[20:05:00] INFO: Home Assistant Core finish process exit code 100";

    @TempDir
    private Path folder;

    private HomeAssistantBench bench;

    @BeforeEach
    void machine() throws IOException {
        bench = new HomeAssistantBench(folder);
    }

    private static void assertSays(String said, String... parts) {
        List.of(parts).forEach(part -> assertTrue(said.contains(part), said));
    }

    @Test
    void where_there_is_none_a_plain_sentence_says_so_and_nothing_is_started() {
        var capture = bench.capture();
        assertEquals(
                List.of(LogReport.ofNothing("ha_core", "there is no Home Assistant on this machine")),
                capture.reports());
        assertEquals(List.of(), capture.texts());
        assertEquals(List.of(), bench.commands.lines());
    }

    @Test
    void a_command_of_the_same_name_alone_is_no_sign_of_one() throws IOException {
        assertTrue(bench.write("/usr/bin/ha", "").toFile().setExecutable(true));
        assertEquals(
                Optional.of("there is no Home Assistant on this machine"),
                core(bench.capture()).absent());
        assertEquals(List.of(), bench.commands.lines());
    }

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = {"DOCKER", "JOURNAL", "FILE"})
    void who_says_where_its_log_is_is_told_that_there_is_none(Source source) {
        assertSays(
                unavailable(bench.capture(source)), "there is no Home Assistant on this machine", "logs_config.yaml");
    }

    @Test
    void nothing_is_captured_where_nothing_is_wanted() throws IOException {
        bench.container();
        var off = new LogsConfig(
                LogsConfig.DEFAULT.journal(),
                LogsConfig.DEFAULT.files(),
                new HomeAssistantWish(false, 200, Source.DOCKER));
        assertEquals(
                new Capture(List.of(), List.of(), List.of(), Map.of()),
                bench.logs().capture(off, new Since(LogBench.NOW, Map.of("home_assistant:ha_core", "x"))));
        assertEquals(List.of(), bench.commands.lines());
    }

    @Test
    void how_far_it_was_read_stays_known_while_it_cannot_be_found() throws IOException {
        var marks = Map.of("home_assistant:ha_core", "1 docker - 0123456789abcdef", "files:/x", "y");
        assertEquals(
                Map.of("home_assistant:ha_core", "1 docker - 0123456789abcdef"),
                bench.logs()
                        .capture(LogsConfig.DEFAULT, new Since(LogBench.NOW, marks))
                        .marks());
    }

    @Test
    void the_engine_of_its_container_has_its_log() throws IOException {
        bench.container();
        bench.dockerLogs(
                0,
                "2026-11-22T20:05:00.000000001Z " + EXIT + "\n",
                "2026-11-22T20:00:00.002Z " + ERROR + "\n2026-11-22T20:10:00.002Z " + WARNING + "\n");
        var capture = bench.capture();
        assertEquals(
                List.of(
                        "2026-11-22T20:00:00Z error homeassistant.components.rest: Timeout",
                        "2026-11-22T20:05:00Z info container: Home Assistant Core finish process exit code 100",
                        "2026-11-22T20:10:00Z warning homeassistant.components.mqtt: Slow"),
                lines(capture, "core_tail.txt"));
        var report = core(capture);
        assertEquals(Optional.of(new LogOrigin("docker", 3)), report.origin());
        assertEquals(new Counts(1, 1), report.counts().errors());
        assertEquals(
                List.of(
                        new Restart(Restart.Of.CONTAINER, "2026-11-22T07:00:02Z", "inspect"),
                        new Restart(Restart.Of.CORE, "2026-11-22T20:05:00Z", "exit-code")),
                report.restarts());
        assertEquals(1, capture.reports().size());
        assertEquals(List.of(), bench.capture().sightings());
    }

    @Test
    void where_the_engine_does_not_tell_its_file_does() throws IOException {
        bench.container();
        bench.dockerLogs(1, "", "configured logging driver does not support reading");
        bench.zone("\"PATH=/x\",\"TZ=Europe/Berlin\"");
        bench.append(FILE, ERROR);
        var report = core(bench.capture());
        assertEquals(Optional.of(new LogOrigin("file", 1)), report.origin());
        assertEquals(
                Optional.of("2026-11-22T19:00:00Z"), report.counts().lastError().flatMap(LogCounts.LastError::at));
        assertEquals(
                Optional.of(new Restart(Restart.Of.CONTAINER, "2026-11-22T07:00:02Z", "inspect")),
                report.lastRestart());
    }

    @Test
    void an_old_file_is_not_taken_for_one_of_now_and_each_way_says_why_it_leads_nowhere() throws IOException {
        bench.container();
        bench.dockerLogs(1, "", "configured logging driver does not support reading");
        bench.journal("ha");
        bench.append(FILE, ERROR);
        bench.touch(FILE, Instant.parse("2026-11-22T06:59:00Z"));
        assertSays(
                unavailable(bench.capture()),
                "docker: docker logs ended with 1: configured logging driver",
                "file: " + bench.place(FILE) + " was written last before Home Assistant was started",
                "journal: the journal has nothing of a container ha");
        assertEquals(List.of(), bench.capture().texts());
    }

    @Test
    void whoever_says_where_it_is_to_be_read_gets_that_or_nothing() throws IOException {
        bench.container();
        bench.dockerLogs(0, "", "2026-11-22T20:00:00.002Z " + ERROR + "\n");
        bench.append(FILE, WARNING);
        assertEquals(
                "file", core(bench.capture(Source.FILE)).origin().orElseThrow().source());
        assertEquals(
                "docker",
                core(bench.capture(Source.DOCKER)).origin().orElseThrow().source());
        Files.delete(bench.place(FILE));
        assertSays(unavailable(bench.capture(Source.FILE)), "file: ", "is not there");
        assertFalse(unavailable(bench.capture(Source.FILE)).contains("docker"));
    }

    @Test
    void what_was_read_in_one_place_is_not_new_in_another() throws IOException {
        bench.container();
        bench.dockerLogs(0, "", "2026-11-22T20:00:00.002Z " + ERROR + "\n");
        bench.append(FILE, ERROR);
        assertEquals(1, bench.capture(Source.DOCKER).sightings().size());
        assertEquals(0, bench.capture(Source.FILE).sightings().size());
        assertEquals(0, bench.capture(Source.DOCKER).sightings().size());
        bench.append(FILE, ERROR.replace("20:00", "20:20").replace("Timeout", "Another one"));
        assertEquals(1, bench.capture(Source.FILE).sightings().size());
    }

    @Test
    void the_journal_of_a_host_of_the_supervisor_has_both_logs() throws IOException {
        bench.configuration("/mnt/data/supervisor/homeassistant");
        bench.journal(
                "homeassistant",
                ScriptedJournal.line(Cursors.cursor(8, -24_800), 3, WARNING),
                ScriptedJournal.line(Cursors.cursor(7, -24_700), 3, ERROR));
        bench.journal("hassio_supervisor");
        var capture = bench.capture();
        assertEquals(Optional.of(new LogOrigin("journal", 2)), core(capture).origin());
        assertEquals(1, core(capture).counts().errors().sinceBoot());
        assertSays(
                report(capture, "ha_supervisor").unavailable().orElseThrow(),
                "supervisor: there is no way to a Supervisor of Home Assistant",
                "journal: the journal has nothing of a container hassio_supervisor",
                "docker: no engine");
        assertEquals(1, capture.sightings().size());
        assertTrue(capture.marks()
                .get("home_assistant:ha_core")
                .contains(Cursors.cursor(8, -24_800).text()));
        assertEquals(List.of(), bench.capture().sightings());
    }

    @Test
    void a_process_of_ones_own_has_a_file_that_goes_on_when_it_is_restarted() throws IOException {
        bench.process(ProcessHandle.current().pid(), "/srv/ha");
        bench.append(FILE, ERROR);
        bench.append(FILE, "Traceback (most recent call last):");
        var first = bench.capture();
        assertEquals(1, first.sightings().size());
        assertEquals(Optional.of(new LogOrigin("file", 2)), core(first).origin());
        assertEquals(Optional.of(Restart.Of.CORE), core(first).lastRestart().map(Restart::of));
        assertEquals(
                List.of(
                        "2026-11-22T20:00:00Z error homeassistant.components.rest: Timeout",
                        "2026-11-22T20:00:00Z error homeassistant.components.rest: Traceback (most recent call last):"),
                lines(first, "core_tail.txt"));
        assertEquals(List.of(), bench.capture().sightings());

        bench.append(FILE, ERROR.replace("Timeout", "Before the restart"));
        Files.move(bench.place(FILE), bench.place(FILE + ".1"));
        bench.append(FILE, ERROR.replace("Timeout", "Behind the restart"));
        var restarted = bench.capture();
        assertEquals(2, restarted.sightings().size());
        assertEquals(List.of(), core(restarted).gaps());
        assertEquals(List.of(), bench.capture().sightings());
    }

    @Test
    void the_file_of_a_process_that_wrote_it_before_it_was_started_is_an_old_one() throws IOException {
        bench.process(ProcessHandle.current().pid(), "/srv/ha");
        bench.append(FILE, ERROR);
        bench.touch(FILE, Instant.parse("2020-01-01T00:00:00Z"));
        assertSays(
                unavailable(bench.capture()), "is an old one", "journal: no unit of the machine runs Home Assistant");
    }

    @Test
    void a_file_of_something_else_says_that_nothing_could_be_counted() throws IOException {
        bench.process(ProcessHandle.current().pid(), "/srv/ha");
        bench.append(FILE, "no message");
        assertSays(core(bench.capture()).gaps().getFirst().reason(), "none of its lines");
    }

    @Test
    void a_link_in_the_place_of_the_file_is_not_followed() throws IOException {
        bench.process(ProcessHandle.current().pid(), "/srv/ha");
        Files.createSymbolicLink(bench.place(FILE), bench.write("/root/secret", ERROR + "\n"));
        assertSays(unavailable(bench.capture()), "is a symbolic link");
    }

    @Test
    void of_several_the_one_that_is_meant_has_to_be_named() throws IOException {
        bench.container();
        bench.dockerLogs(0, "", "");
        bench.process(ProcessHandle.current().pid(), "/srv/other");
        assertSays(
                unavailable(bench.capture()),
                "there are several",
                bench.place("/srv/other").toString());
        bench.chosen = Optional.of(bench.place("/srv/ha"));
        assertEquals("docker", core(bench.capture()).origin().orElseThrow().source());
    }
}
