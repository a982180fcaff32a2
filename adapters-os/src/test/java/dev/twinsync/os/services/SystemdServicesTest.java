package dev.twinsync.os.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Heard;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How systemd's silence and its strange answers are told. Its true answers are met on the lab machine. */
class SystemdServicesTest {

    private static final String QUIET = " --no-pager --no-ask-password ";
    private static final String FILES = "systemctl" + QUIET + "list-unit-files";
    private static final String UNITS = "systemctl" + QUIET + "list-units";
    private static final String SHOW = "systemctl" + QUIET + "show";
    private static final String SHOW_OF = SHOW + " --property=" + String.join(",", UnitFacts.PROPERTIES) + " -- ";

    @TempDir
    private Path run;

    private final ScriptedCommands commands = new ScriptedCommands();

    @BeforeEach
    void booted() throws IOException {
        Files.createDirectories(run.resolve("systemd/system"));
    }

    private SystemdServices systemd() {
        return new SystemdServices(commands, new Caller(run, new Self("root", 0)));
    }

    @Test
    void a_container_without_systemd_is_not_a_machine_without_services() throws IOException {
        Files.delete(run.resolve("systemd/system"));
        var seen = assertInstanceOf(Unavailable.class, systemd().observe(Scope.everything()));
        assertTrue(seen.reason().contains("not started by systemd"), seen::reason);
        assertInstanceOf(
                Attempt.Refused.class,
                systemd().apply(List.of(new Start(new UnitName("a.service"), UnitScope.SYSTEM)), Progress.SILENT));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void a_restart_of_what_failed_is_foreseen_as_impossible_and_of_what_runs_stopped_or_is_masked_is_not() {
        commands.answer(SHOW_OF + "bad.service good.service masked.service", """
                Id=bad.service
                LoadState=loaded
                ActiveState=failed
                Result=exit-code
                ExecMainStatus=1

                Id=good.service
                LoadState=loaded
                ActiveState=active

                Id=masked.service
                LoadState=masked
                ActiveState=failed
                """);
        var restarts = Stream.of("bad.service", "good.service", "masked.service")
                .<ServiceAction>map(name -> new Restart(new UnitName(name), UnitScope.SYSTEM))
                .toList();
        assertEquals(
                Map.of("bad.service", new Forecast.Impossible("it failed: exit-code, status 1")),
                systemd().forecast(restarts));
    }

    @Test
    void of_a_start_nothing_is_foreseen_and_nothing_asked() {
        assertEquals(Map.of(), systemd().forecast(List.of(new Start(new UnitName("bad.service"), UnitScope.SYSTEM))));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void no_systemctl_is_not_an_empty_list() {
        assertEquals(
                new Unavailable<LiveService>("systemctl is not installed"),
                systemd().observe(Scope.everything()));
    }

    @Test
    void a_refusal_is_not_an_empty_list() {
        commands.answer(FILES, 1, "", "Failed to connect to bus: No such file or directory");
        assertEquals(
                new Unavailable<LiveService>(
                        "systemctl list-unit-files ended with 1: Failed to connect to bus: No such file or directory"),
                systemd().observe(Scope.everything()));
    }

    @Test
    void a_time_out_is_not_an_empty_list() {
        commands.answer(FILES, "a.service enabled enabled\n")
                .answer(UNITS, "")
                .answer(SHOW, new Result.TimedOut(Duration.ofSeconds(30)));
        assertEquals(
                new Unavailable<LiveService>("systemctl show did not end within 30 s"),
                systemd().observe(Scope.everything()));
    }

    @Test
    void a_form_that_twin_does_not_know_is_not_an_empty_list() {
        commands.answer(FILES, "UNIT\n").answer(UNITS, "");
        assertInstanceOf(Unavailable.class, systemd().observe(Scope.everything()));
    }

    @Test
    void a_state_that_twin_does_not_know_is_a_gap() {
        commands.answer(FILES, "a.service levitating enabled\n")
                .answer(UNITS, "")
                .answer(SHOW, "Id=a.service\nLoadState=loaded\nUnitFileState=levitating\nActiveState=active\n");
        assertEquals(
                new Seen<LiveService>(
                        List.of(),
                        List.of(new Gap("a.service", "systemd calls its state levitating, which twin does not know"))),
                systemd().observe(Scope.everything()));
    }

    @Test
    void a_unit_that_runs_on_after_its_file_was_taken_away_is_there_and_can_be_stopped() {
        var gone = new UnitName("gone.service");
        commands.answer(SHOW_OF + gone, "Id=gone.service\nLoadState=not-found\nUnitFileState=\nActiveState=active\n");
        var seen = LiveService.steady(gone, UnitScope.SYSTEM, UnitFileState.NO_FILE, true);
        assertEquals(new Seen<>(List.of(seen)), systemd().observe(new Scope.Only(Set.of("gone.service"))));
    }

    @Test
    void so_is_a_bus_service_of_which_systemd_still_remembers_the_file() {
        var gone = new UnitName("gone.service");
        commands.answer(FILES, "")
                .answer(UNITS, "")
                .answer(
                        SHOW_OF + gone,
                        "Id=gone.service\nLoadState=loaded\nUnitFileState=\nActiveState=active\nType=dbus\n"
                                + "BusName=a.b\nFragmentPath=/etc/systemd/system/gone.service\n");
        var seen = LiveService.steady(gone, UnitScope.SYSTEM, UnitFileState.NO_FILE, true);
        assertEquals(new Seen<>(List.of(seen)), systemd().observe(new Scope.Only(Set.of("gone.service"))));
    }

    @Test
    void without_its_file_a_unit_that_does_not_run_is_not_there() {
        commands.answer(
                SHOW_OF + "gone.service",
                "Id=gone.service\nLoadState=not-found\nUnitFileState=\nActiveState=inactive\n");
        assertEquals(new Seen<LiveService>(List.of()), systemd().observe(new Scope.Only(Set.of("gone.service"))));
    }

    @Test
    void a_mount_without_any_file_is_seen_where_it_is_declared() {
        var root = new UnitName("-.mount");
        commands.answer(SHOW_OF + root, "Id=-.mount\nLoadState=loaded\nUnitFileState=\nActiveState=active\n");
        var seen = LiveService.steady(root, UnitScope.SYSTEM, UnitFileState.NO_FILE, true);
        assertEquals(new Seen<>(List.of(seen)), systemd().observe(new Scope.Only(Set.of("-.mount"))));
    }

    @Test
    void a_unit_file_that_systemd_cannot_read_is_told_apart_from_one_that_runs_once() {
        commands.answer(
                SHOW_OF + "bad.service",
                "Id=bad.service\nLoadState=bad-setting\nUnitFileState=enabled\nActiveState=inactive\nType=oneshot\n"
                        + "FragmentPath=/etc/systemd/system/bad.service\n");
        var bad = new LiveService(
                new UnitName("bad.service"),
                UnitScope.SYSTEM,
                Optional.of(UnitFileState.ENABLED),
                Optional.empty(),
                Activation.UNREADABLE,
                List.of(),
                Optional.empty(),
                UnitPlace.OWN);
        assertEquals(new Seen<>(List.of(bad)), systemd().observe(new Scope.Only(Set.of("bad.service"))));
    }

    @Test
    void templates_are_never_asked_for_and_names_stand_behind_the_options() {
        commands.answer(FILES, "a.service enabled enabled\ntoy@.service disabled enabled\nsda.device static -\n")
                .answer(UNITS, "session-1.scope loaded active running Session\n")
                .answer(SHOW, "Id=a.service\nLoadState=loaded\nUnitFileState=enabled\nActiveState=active\n");
        var a = LiveService.steady(new UnitName("a.service"), UnitScope.SYSTEM, UnitFileState.ENABLED, true);
        assertEquals(new Seen<>(List.of(a)), systemd().observe(Scope.everything()));
        assertTrue(commands.lines().getLast().endsWith(" -- a.service"), commands.lines()::toString);
    }

    @Test
    void the_declared_ones_are_looked_at_without_all_the_others() {
        commands.answer(
                        SHOW_OF + "a.service",
                        "Id=a.service\nLoadState=loaded\nUnitFileState=enabled\nActiveState=active\nTriggeredBy=a.socket\n")
                .answer(
                        SHOW_OF + "a.socket",
                        "Id=a.socket\nLoadState=loaded\nUnitFileState=enabled\nActiveState=inactive\nTriggers=a.service\n");
        var a = LiveService.steady(new UnitName("a.service"), UnitScope.SYSTEM, UnitFileState.ENABLED, true);
        assertEquals(new Seen<>(List.of(a)), systemd().observe(new Scope.Only(Set.of("a.service"))));
        assertEquals(2, commands.lines().size(), commands.lines()::toString);
    }

    @Test
    void all_are_asked_for_where_it_matters_who_wants_a_declared_one() {
        commands.answer(FILES, "a.service static -\nb.service enabled enabled\n")
                .answer(UNITS, "")
                .answer(
                        SHOW_OF + "a.service",
                        "Id=a.service\nLoadState=loaded\nUnitFileState=static\nActiveState=active\n")
                .answer(
                        SHOW_OF + "a.service b.service",
                        "Id=a.service\nLoadState=loaded\nUnitFileState=static\nActiveState=active\n\n"
                                + "Id=b.service\nLoadState=loaded\nUnitFileState=enabled\nActiveState=active\nWants=a.service\n");
        var a = LiveService.steady(new UnitName("a.service"), UnitScope.SYSTEM, UnitFileState.STATIC, true);
        assertEquals(new Seen<>(List.of(a)), systemd().observe(new Scope.Only(Set.of("a.service"))));
    }

    @Test
    void a_user_without_a_systemd_is_a_gap_with_the_remedy() {
        commands.answer(FILES, "").answer(UNITS, "");
        var seen = assertInstanceOf(
                Seen.class, systemd().observe(new Scope.Everything(Set.of("daemon/a.service", "noone-x/b.service"))));
        assertEquals(List.of(), seen.live());
        assertEquals(
                List.of(
                        new Gap(
                                "daemon/*",
                                "the systemd of daemon does not run; it runs while they are logged in, or always after:"
                                        + " loginctl enable-linger daemon"),
                        new Gap("noone-x/*", "there is no user noone-x")),
                seen.gaps());
    }

    @Test
    void others_cannot_be_seen_without_root() {
        var alice = new SystemdServices(commands, new Caller(run, new Self("alice", 1000)));
        assertEquals(
                new Seen<LiveService>(
                        List.of(), List.of(new Gap("daemon/*", "only root and daemon can see the services of daemon"))),
                alice.observe(new Scope.Only(Set.of("daemon/a.service"))));
    }

    @Test
    void the_worker_does_not_take_away_what_the_machine_needs_whatever_the_plan_says() {
        assertInstanceOf(
                Attempt.Refused.class,
                systemd().apply(List.of(new Stop(new UnitName("dbus.service"), UnitScope.SYSTEM)), Progress.SILENT));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void nor_by_another_name_of_it() {
        commands.answer(SHOW, "Id=systemd-logind.service\nLoadState=loaded\nUnitFileState=alias\nActiveState=active\n");
        var alias = new UnitName("dbus-org.freedesktop.login1.service");
        assertEquals(
                new Attempt.Refused(alias + " is another name of systemd-logind.service; declare that one"),
                systemd().apply(List.of(new Stop(alias, UnitScope.SYSTEM)), Progress.SILENT));
        assertTrue(commands.lines().stream().allMatch(line -> line.startsWith(SHOW)), commands.lines()::toString);
    }

    @Test
    void a_refusal_for_lack_of_rights_names_the_remedy() {
        commands.answer(SHOW, "Id=a.service\nLoadState=loaded\nUnitFileState=enabled\nActiveState=inactive\n")
                .answer(
                        "systemctl" + QUIET + "start",
                        1,
                        "",
                        "Failed to start a.service: Interactive authentication required.");
        assertEquals(
                new Attempt.Refused("this needs root, or a polkit rule that allows it"),
                systemd().apply(List.of(new Start(new UnitName("a.service"), UnitScope.SYSTEM)), Progress.SILENT));
    }

    @Test
    void what_systemctl_complains_of_is_handed_on() {
        commands.answer(SHOW, "Id=a.service\nLoadState=loaded\nUnitFileState=enabled\nActiveState=inactive\n")
                .answer("systemctl" + QUIET + "start", 1, "", "Job for a.service failed.");
        var heard = new Heard();
        systemd().apply(List.of(new Start(new UnitName("a.service"), UnitScope.SYSTEM)), heard);
        assertEquals(List.of("Job for a.service failed."), heard.said());
    }
}
