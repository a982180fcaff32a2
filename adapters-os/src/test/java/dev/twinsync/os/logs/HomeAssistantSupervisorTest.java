package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.HomeAssistantBench.core;
import static dev.twinsync.os.logs.HomeAssistantBench.lines;
import static dev.twinsync.os.logs.HomeAssistantBench.report;
import static dev.twinsync.os.logs.HomeAssistantBench.unavailable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.os.supervisor.FakeSupervisor;
import dev.twinsync.os.supervisor.FakeSwitches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs as a Supervisor hands them on. */
class HomeAssistantSupervisorTest {

    @TempDir
    private Path folder;

    private HomeAssistantBench bench;
    private FakeSupervisor supervisor;

    @BeforeEach
    void an_app_of_a_supervisor() throws IOException {
        bench = new HomeAssistantBench(folder);
        supervisor = new FakeSupervisor();
        bench.app(supervisor);
    }

    @AfterEach
    void end() {
        supervisor.close();
    }

    private void says(String of, String clock, String text) {
        supervisor.logs().add(of, "2026-11-22 " + clock, text);
    }

    @Test
    void its_times_are_those_of_the_journal_whatever_the_clock_of_the_container_says() {
        says(
                "core",
                "19:00:00.512",
                "\u001b[31m2026-11-22 20:00:00.500 ERROR (MainThread) [homeassistant.core] bad\u001b[0m");
        says("core", "19:00:00.513", "Traceback (most recent call last):");
        says("supervisor", "20:00:01.000", "26-11-22 21:00:01 WARNING (MainThread) [supervisor.store] slow");
        var capture = bench.capture();
        assertEquals(
                List.of(
                        "2026-11-22T19:00:00Z error homeassistant.core: bad",
                        "2026-11-22T19:00:00Z error homeassistant.core: Traceback (most recent call last):"),
                lines(capture, "core_tail.txt"));
        assertEquals(
                List.of("2026-11-22T20:00:01Z warning supervisor.store: slow"), lines(capture, "supervisor_tail.txt"));
        assertEquals(Optional.of(new LogOrigin("supervisor", 2)), core(capture).origin());
        assertEquals(new Counts(0, 1), core(capture).counts().errors());
        assertEquals(new Counts(1, 1), report(capture, "ha_supervisor").counts().warnings());
        assertEquals(2, capture.reports().size());
    }

    @Test
    void the_first_line_of_the_last_start_tells_when_the_container_was_started() {
        says("core", "07:00:02.100", "s6-rc: info: service s6rc-oneshot-runner: starting");
        supervisor.logs().startAnew("core");
        says("core", "19:40:00.100", "s6-rc: info: service s6rc-oneshot-runner: starting");
        says("core", "19:50:00.100", "[21:50:00] INFO: Home Assistant Core finish process exit code 100");
        var report = core(bench.capture());
        assertEquals(
                List.of(
                        new Restart(Restart.Of.CONTAINER, "2026-11-22T19:40:00Z", "logs-latest"),
                        new Restart(Restart.Of.CORE, "2026-11-22T19:50:00Z", "exit-code")),
                report.restarts());
        assertEquals(Optional.of(Restart.Of.CORE), report.lastRestart().map(Restart::of));
    }

    @Test
    void a_start_that_the_journal_has_forgotten_is_not_guessed() {
        says("core", "19:40:00.100", "2026-11-22 20:40:00.100 WARNING (MainThread) [homeassistant.core] running on");
        assertEquals(List.of(), core(bench.capture()).restarts());
        supervisor.logs().startAnew("core");
        says("core", "19:50:00.100", "some program that speaks first");
        assertEquals(
                List.of(new Restart(Restart.Of.CONTAINER, "2026-11-22T19:50:00Z", "logs-latest")),
                core(bench.capture()).restarts());
    }

    @Test
    void an_unchanged_log_has_nothing_new_and_what_comes_is() {
        says("core", "20:00:00.512", "2026-11-22 20:00:00.500 ERROR (MainThread) [homeassistant.core] bad");
        var first = bench.capture();
        assertEquals(1, first.sightings().size());
        var second = bench.capture();
        assertEquals(List.of(), second.sightings());
        assertEquals(first.reports(), second.reports());
        assertEquals(first.marks(), second.marks());
        says("core", "20:00:00.512", "2026-11-22 20:00:00.500 ERROR (MainThread) [homeassistant.core] worse");
        assertEquals("worse", bench.capture().sightings().getFirst().signature());
    }

    @Test
    void what_was_deleted_before_it_could_be_read_is_a_gap() {
        says("core", "19:00:00.512", "2026-11-22 19:00:00.500 ERROR (MainThread) [homeassistant.core] bad");
        bench.capture();
        supervisor.logs().reboot("core");
        says("core", "20:00:00.512", "2026-11-22 20:00:00.500 ERROR (MainThread) [homeassistant.core] worse");
        var gap = core(bench.capture()).gaps().getFirst();
        assertEquals(Optional.of("2026-11-22T19:00:00Z"), gap.from());
        assertEquals(Optional.of("2026-11-22T20:00:00Z"), gap.to());
    }

    @Test
    void of_a_long_log_the_end_is_read_and_the_counts_say_from_when_on_they_hold() {
        IntStream.range(0, LineLog.MOST + 10)
                .forEach(number -> says(
                        "core",
                        "20:%02d:%02d.%03d".formatted(number / 300, number / 5 % 60, number % 5),
                        "2026-11-22 20:00:00.500 WARNING (MainThread) [homeassistant.core] number " + number));
        var capture = bench.capture();
        assertEquals(
                Optional.of(new LogOrigin("supervisor", LineLog.MOST)),
                core(capture).origin());
        assertEquals(LineLog.MOST, core(capture).counts().warnings().sinceBoot());
        assertEquals(Optional.of("2026-11-22T20:00:02Z"), core(capture).countedSince());
        assertEquals(200, lines(capture, "core_tail.txt").size());
        assertTrue(lines(capture, "core_tail.txt").getLast().endsWith("number " + (LineLog.MOST + 9)));
    }

    @Test
    void an_empty_log_is_one_without_errors() {
        var report = core(bench.capture());
        assertEquals(Optional.empty(), report.unavailable());
        assertEquals(Optional.of(new LogOrigin("supervisor", 0)), report.origin());
        assertEquals(List.of(), report.restarts());
    }

    @Test
    void where_the_host_has_no_journal_each_other_way_is_tried() throws IOException {
        supervisor.switches().noJournal = true;
        assertTrue(unavailable(bench.capture()).contains("No systemd-journal-gatewayd"), unavailable(bench.capture()));
        bench.journal("homeassistant", ScriptedJournal.line(Cursors.cursor(7, 200), 3, HomeAssistantBench.ERROR));
        assertEquals("journal", core(bench.capture()).origin().orElseThrow().source());
        assertTrue(unavailable(bench.capture(Source.SUPERVISOR)).startsWith("supervisor: "));
    }

    @Test
    void a_file_counts_under_a_supervisor_only_where_it_is_known_to_be_of_now() throws IOException {
        supervisor.switches().noJournal = true;
        bench.append("/homeassistant/home-assistant.log", HomeAssistantBench.ERROR);
        assertTrue(unavailable(bench.capture(Source.FILE)).contains("is not known"), unavailable(bench.capture()));
        supervisor.switches().noJournal = false;
        says("core", "20:00:00.512", "s6-rc: info: service x: starting");
        var capture = bench.capture(Source.FILE);
        assertEquals("file", core(capture).origin().orElseThrow().source());
        assertEquals(
                List.of("2026-11-22T19:00:00Z error homeassistant.components.rest: Timeout"),
                lines(capture, "core_tail.txt"));
        assertEquals(1, capture.reports().size());
    }

    @Test
    void a_token_that_is_not_known_is_a_reason_and_is_not_told() {
        bench.environment.put("SUPERVISOR_TOKEN", "another-token-0123456789");
        var reason = unavailable(bench.capture(Source.SUPERVISOR));
        assertTrue(reason.contains("does not know the token"), reason);
        assertFalse(reason.contains("another-token"), reason);
    }

    @Test
    void a_fault_of_the_supervisor_is_no_end_of_a_log() {
        says("core", "20:00:00.512", "2026-11-22 20:00:00.500 ERROR (MainThread) [homeassistant.core] bad");
        var mark = bench.capture().marks().get("home_assistant:ha_core");
        supervisor.switches().next(FakeSwitches.Trouble.UNKNOWN_ERROR, "GET", "core/logs");
        var broken = bench.capture(Source.SUPERVISOR);
        assertTrue(core(broken).unavailable().isPresent());
        assertEquals(mark, broken.marks().get("home_assistant:ha_core"));
        assertEquals(List.of(), bench.capture().sightings());
    }

    @Test
    void an_app_without_the_folder_still_has_the_logs() throws IOException {
        Files.delete(bench.place("/homeassistant/configuration.yaml"));
        says("core", "20:00:00.512", "2026-11-22 20:00:00.500 ERROR (MainThread) [homeassistant.core] bad");
        assertEquals("supervisor", core(bench.capture()).origin().orElseThrow().source());
    }

    @Test
    void by_the_command_ha_the_same_lines_come_and_no_start_of_the_container() throws IOException {
        bench.environment.clear();
        bench.configuration("/mnt/data/supervisor/homeassistant");
        Files.delete(bench.place("/homeassistant/configuration.yaml"));
        assertTrue(bench.write("/usr/bin/ha", "").toFile().setExecutable(true));
        bench.commands.answer(
                "ha core logs --verbose --lines=5000",
                "2026-11-22 20:00:00.512 host homeassistant[12]: 2026-11-22 21:00:00.500 ERROR (MainThread)"
                        + " [homeassistant.core] bad\n");
        bench.commands.answer("ha supervisor logs --verbose --lines=5000", "");
        bench.journal("homeassistant");
        var capture = bench.capture();
        assertEquals(Optional.of(new LogOrigin("supervisor", 1)), core(capture).origin());
        assertEquals(List.of("2026-11-22T20:00:00Z error homeassistant.core: bad"), lines(capture, "core_tail.txt"));
        assertEquals(List.of(), core(capture).restarts());
    }
}
