package dev.twinsync.os.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit that ends again and again is told the same whenever it is looked at. */
class SecondLookTest {

    private static final UnitName LOOP = new UnitName("loop.service");
    private static final String SHOW = "systemctl --no-pager --no-ask-password show";
    private static final String SHOW_OF = SHOW + " --property=" + String.join(",", UnitFacts.PROPERTIES) + " -- ";
    private static final String DEAD = "ActiveState=inactive\nSubState=dead\nResult=exit-code";
    private static final String RESET = "systemctl --no-pager --no-ask-password reset-failed";
    private static final long STARTED = 60_000_000;
    private static final LiveService RUNNING = LiveService.steady(LOOP, UnitScope.SYSTEM, UnitFileState.ENABLED, true);
    private static final LiveService STARTING = new LiveService(
            LOOP,
            UnitScope.SYSTEM,
            Optional.of(UnitFileState.ENABLED),
            Optional.empty(),
            Activation.STARTING,
            List.of(),
            Optional.empty(),
            UnitPlace.SHIPPED);

    /** The time in which twin looks, and what happens to the unit meanwhile. */
    private final class Passing implements Patience {
        private long micros;
        private long interrupted = Long.MAX_VALUE;
        private Runnable next = () -> {};

        @Override
        public long micros() {
            return micros;
        }

        @Override
        public boolean pause(long millis) {
            micros += millis * 1000;
            next.run();
            return micros < interrupted;
        }
    }

    @TempDir
    private Path run;

    private final ScriptedCommands commands = new ScriptedCommands();
    private final Passing time = new Passing();

    @BeforeEach
    void booted() throws IOException {
        Files.createDirectories(run.resolve("systemd/system"));
        time.micros = STARTED + 100_000;
    }

    private void systemdSays(String state, int restarts) {
        commands.answer(
                "systemctl --no-pager --no-ask-password show",
                "Id=loop.service\nLoadState=loaded\nUnitFileState=enabled\nType=simple\n" + state
                        + "\nActiveEnterTimestampMonotonic=" + STARTED + "\nNRestarts=" + restarts + "\n");
    }

    private SystemdServices systemd() {
        return new SystemdServices(commands, new Caller(run, new Self("root", 0)), time);
    }

    private void assertSeen(LiveService unit) {
        assertEquals(new Seen<>(List.of(unit)), systemd().observe(new Scope.Only(Set.of("loop.service"))));
    }

    @Test
    void between_two_lives_it_is_starting_at_once() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        assertSeen(STARTING);
        assertEquals(1, commands.lines().size());
    }

    @Test
    void in_its_short_life_it_is_starting_as_well() {
        systemdSays("ActiveState=active\nSubState=running", 3);
        time.next = () -> systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        assertSeen(STARTING);
    }

    @Test
    void in_its_next_life_too() {
        systemdSays("ActiveState=active\nSubState=running", 3);
        time.next = () -> systemdSays("ActiveState=active\nSubState=running", 4);
        assertSeen(STARTING);
    }

    @Test
    void while_it_ends_too() {
        systemdSays("ActiveState=deactivating\nSubState=stop-post", 3);
        time.next = () -> systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        assertSeen(STARTING);
    }

    @Test
    void what_lasts_runs() {
        systemdSays("ActiveState=active\nSubState=running", 3);
        assertSeen(RUNNING);
        assertEquals(STARTED + 5_001_000, time.micros, "looked at until it had lasted");
    }

    /** Each is a session of its own where root looks at the systemd of a user. */
    @Test
    void a_handful_of_looks_is_enough_for_all_units_together() {
        var loop = lasting("loop.service", STARTED);
        var other = lasting("other.service", STARTED + 50_000);
        commands.answer(SHOW_OF + "loop.service other.service", loop + "\n" + other)
                .answer(SHOW_OF + "other.service loop.service", other + "\n" + loop);
        var lasts = LiveService.steady(new UnitName("other.service"), UnitScope.SYSTEM, UnitFileState.ENABLED, true);
        assertEquals(
                new Seen<>(List.of(RUNNING, lasts)),
                systemd().observe(new Scope.Only(Set.of("loop.service", "other.service"))));
        assertEquals(6, commands.lines().size(), commands.lines()::toString);
    }

    private static String lasting(String name, long started) {
        return "Id=" + name
                + "\nLoadState=loaded\nUnitFileState=enabled\nType=simple\nActiveState=active\nNRestarts=3\n"
                + "ActiveEnterTimestampMonotonic=" + started + "\n";
    }

    @Test
    void nobody_waits_for_what_is_only_seen_beside_what_is_asked_for() {
        var none = "Id=a.service\nLoadState=loaded\nUnitFileState=static\nActiveState=active\nType=simple\n";
        systemdSays("ActiveState=active\nSubState=running", 3);
        commands.answer(
                        "systemctl --no-pager --no-ask-password list-unit-files",
                        "a.service static -\nloop.service enabled -\n")
                .answer("systemctl --no-pager --no-ask-password list-units", "")
                .answer(SHOW_OF + "a.service", none)
                .answer(
                        SHOW_OF + "a.service loop.service",
                        none + "\nId=loop.service\nLoadState=loaded\nUnitFileState=enabled\nActiveState=active\n"
                                + "Wants=a.service\nNRestarts=3\nActiveEnterTimestampMonotonic=" + STARTED + "\n");
        var a = LiveService.steady(new UnitName("a.service"), UnitScope.SYSTEM, UnitFileState.STATIC, true);
        assertEquals(new Seen<>(List.of(a)), systemd().observe(new Scope.Only(Set.of("a.service"))));
        assertEquals(STARTED + 100_000, time.micros);
    }

    @Test
    void what_somebody_stops_meanwhile_does_not_run() {
        systemdSays("ActiveState=active\nSubState=running", 3);
        time.next = () -> systemdSays("ActiveState=inactive\nSubState=dead", 3);
        assertSeen(LiveService.steady(LOOP, UnitScope.SYSTEM, UnitFileState.ENABLED, false));
    }

    @Test
    void what_was_seen_once_stays_where_it_cannot_be_asked_again() {
        systemdSays("ActiveState=active\nSubState=running", 3);
        time.next = () -> commands.answer(SHOW, 1, "", "Failed to get properties: Connection timed out");
        assertSeen(RUNNING);
    }

    @Test
    void nobody_waits_for_what_is_not_told() {
        var unit = UnitFacts.of(List.of(
                "Id=loop.service",
                "UnitFileState=transient",
                "ActiveState=active",
                "ActiveEnterTimestampMonotonic=" + STARTED,
                "NRestarts=3"));
        var facts = Map.of(LOOP, unit);
        var systemctl = new Systemctl(commands, List.of(), Map.of());
        assertEquals(facts, new SecondLook(systemctl, time, (_, _) -> false).at(facts));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void nobody_waits_for_what_was_started_again_long_ago_or_never() {
        systemdSays("ActiveState=active\nSubState=running", 0);
        assertSeen(RUNNING);
        systemdSays("ActiveState=active\nSubState=running", 3);
        time.micros = STARTED + 5_000_000;
        assertSeen(RUNNING);
        systemdSays("ActiveState=inactive\nSubState=dead", 3);
        time.micros = STARTED;
        assertSeen(LiveService.steady(LOOP, UnitScope.SYSTEM, UnitFileState.ENABLED, false));
        assertEquals(STARTED, time.micros);
    }

    @Test
    void what_waits_for_its_next_start_is_started_anew_by_a_restart_and_not_reloaded() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        commands.answer("systemctl --no-pager --no-ask-password try-restart", "");
        systemd().apply(List.of(new Restart(LOOP, UnitScope.SYSTEM)), Progress.SILENT);
        assertTrue(
                commands.lines().contains("systemctl --no-pager --no-ask-password try-restart -- loop.service"),
                commands.lines()::toString);
    }

    /** What is told of a restart after which systemd says something else. */
    private Attempt restarted(Runnable mended) {
        commands.answer("systemctl --no-pager --no-ask-password try-restart", "");
        CommandRunner overheard = command -> {
            var result = commands.run(command);
            if (command.arguments().contains("try-restart")) {
                mended.run();
            }
            return result;
        };
        return new SystemdServices(overheard, new Caller(run, new Self("root", 0)), time)
                .apply(List.of(new Restart(LOOP, UnitScope.SYSTEM)), Progress.SILENT);
    }

    @Test
    void what_a_restart_finds_in_one_of_its_short_lives_is_started_anew_as_well_and_not_reloaded() {
        systemdSays("ActiveState=active\nSubState=running", 3);
        time.next = () -> systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        assertEquals(new Attempt.Ran(), restarted(() -> {
            systemdSays("ActiveState=active\nSubState=running", 0);
            time.next = () -> {};
        }));
        assertTrue(time.micros >= STARTED + 5_000_000, "told once it had lasted");
    }

    @Test
    void a_restart_that_brings_one_more_short_life_has_not_mended_it() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        var unfinished = assertInstanceOf(Attempt.Unfinished.class, restarted(() -> {
            systemdSays("ActiveState=active\nSubState=running\nResult=success", 0);
            time.next = () -> {
                if (time.micros > STARTED + 2_000_000) {
                    systemdSays("ActiveState=activating\nSubState=auto-restart\nResult=exit-code\nExecMainStatus=1", 0);
                }
            };
        }));
        assertEquals("it fails and is started again and again: exit-code, status 1", unfinished.reason());
    }

    @Test
    void nor_has_one_after_which_systemd_starts_it_again_between_two_looks() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        var unfinished = assertInstanceOf(Attempt.Unfinished.class, restarted(() -> {
            systemdSays("ActiveState=active\nSubState=running\nResult=success", 0);
            time.next = () -> {
                if (time.micros > STARTED + 2_000_000) {
                    systemdSays("ActiveState=active\nSubState=running\nResult=success", 1);
                }
            };
        }));
        assertEquals("it ends and is started again and again", unfinished.reason());
    }

    /** Before it was tried again and after it is not, so that a look alone would find that something came of it. */
    @Test
    void a_job_that_systemd_gives_up_after_a_restart_has_failed_whatever_is_seen() {
        systemdSays("Type=oneshot\nActiveState=activating\nSubState=auto-restart", 3);
        assertEquals(
                new Attempt.Unfinished("it failed: start-limit-hit, it failed too often in a short time"),
                restarted(() -> systemdSays("Type=oneshot\nActiveState=failed\nResult=start-limit-hit", 3)));
    }

    @Test
    void a_restart_is_not_done_where_twin_is_interrupted_before_it_has_lasted() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        assertEquals(new Attempt.Unfinished("twin was interrupted; systemd goes on with it"), restarted(() -> {
            systemdSays("ActiveState=active\nSubState=running", 0);
            time.interrupted = STARTED + 1_500_000;
        }));
    }

    @Test
    void nor_where_systemd_cannot_be_asked_any_more() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        assertEquals(
                new Attempt.Unfinished("systemctl show ended with 1: Failed to get properties: Connection timed out"),
                restarted(() -> {
                    systemdSays("ActiveState=active\nSubState=running", 0);
                    time.next = () -> {
                        if (time.micros > STARTED + 1_500_000) {
                            commands.answer(SHOW, 1, "", "Failed to get properties: Connection timed out");
                        }
                    };
                }));
    }

    @Test
    void nor_where_somebody_starts_it_anew_meanwhile() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        assertEquals(new Attempt.Unfinished("somebody started it anew meanwhile"), restarted(() -> {
            systemdSays("ActiveState=active\nSubState=running", 0);
            time.next = () -> {
                if (time.micros > STARTED + 3_000_000) {
                    commands.answer(
                            SHOW, lasting("loop.service", STARTED + 3_000_000).replace("NRestarts=3", "NRestarts=0"));
                }
            };
        }));
    }

    /** What comes of a stop of a job between two tries, after which systemd remembers its tries unless it is told to forget them. */
    private Attempt stopped(String after, Runnable told) {
        systemdSays("Type=oneshot\nActiveState=activating\nSubState=auto-restart", 3);
        commands.answer("systemctl --no-pager --no-ask-password stop", "");
        CommandRunner overheard = command -> {
            if (command.arguments().contains("stop")) {
                systemdSays("Type=oneshot\n" + after, 3);
            }
            if (command.arguments().contains("reset-failed")) {
                told.run();
            }
            return commands.run(command);
        };
        return new SystemdServices(overheard, new Caller(run, new Self("root", 0)), time)
                .apply(List.of(new Stop(LOOP, UnitScope.SYSTEM)), Progress.SILENT);
    }

    @Test
    void the_first_run_of_a_job_after_a_stop_between_two_tries_is_no_try_more() {
        commands.answer(RESET, "");
        int[] counted = {3};
        assertEquals(new Attempt.Ran(), stopped(DEAD, () -> counted[0] = 0));
        assertTrue(commands.lines().contains(RESET + " -- loop.service"), commands.lines()::toString);
        systemdSays("Type=oneshot\nActiveState=activating\nSubState=start", counted[0]);
        assertSeen(new LiveService(
                LOOP,
                UnitScope.SYSTEM,
                Optional.of(UnitFileState.ENABLED),
                Optional.empty(),
                Activation.ONCE,
                List.of(),
                Optional.empty(),
                UnitPlace.SHIPPED));
    }

    @Test
    void a_stop_is_done_also_where_systemd_has_dropped_the_unit_and_its_tries_with_it() {
        commands.answer(
                RESET, 1, "", "Failed to reset failed state of unit loop.service: Unit loop.service not loaded.");
        assertEquals(new Attempt.Ran(), stopped(DEAD, () -> systemdSays("Type=oneshot\nActiveState=inactive", 0)));
    }

    @Test
    void a_stop_after_which_systemd_remembers_the_tries_is_not_finished() {
        commands.answer(RESET, 1, "", "Access denied");
        assertEquals(
                new Attempt.Unfinished(
                        "it is stopped, but systemd still knows how often it tried it again, and twin"
                                + " would take its next run for one try more: systemctl reset-failed ended with 1: Access denied; systemctl reset-failed loop.service makes it forget that"),
                stopped(DEAD, () -> {}));
    }

    @Test
    void that_a_unit_failed_while_it_was_stopped_is_not_forgotten() {
        assertEquals(new Attempt.Ran(), stopped("ActiveState=failed\nResult=timeout", () -> {}));
        assertTrue(commands.lines().stream().noneMatch(line -> line.startsWith(RESET)), commands.lines()::toString);
    }

    @Test
    void a_stop_after_which_it_is_started_again_is_refused() {
        systemdSays("ActiveState=activating\nSubState=auto-restart", 3);
        commands.answer("systemctl --no-pager --no-ask-password stop", "");
        var refused = assertInstanceOf(
                Attempt.Refused.class, systemd().apply(List.of(new Stop(LOOP, UnitScope.SYSTEM)), Progress.SILENT));
        assertEquals("it runs again, or still; see systemctl status loop.service", refused.reason());
    }

    @Test
    void so_is_one_of_a_user_and_told_where_that_user_and_root_can_look() throws IOException {
        Files.createDirectories(run.resolve("user/0/systemd/private"));
        var owner = new UnitScope.User(Files.getOwner(run).getName());
        var reach = "systemctl --user --machine=" + owner.name() + "@";
        commands.answer(
                        reach + " --no-pager --no-ask-password show",
                        "Id=loop.service\nLoadState=loaded\nUnitFileState=enabled\nActiveState=active\n")
                .answer(reach + " --no-pager --no-ask-password stop", "");
        var refused = assertInstanceOf(
                Attempt.Refused.class, systemd().apply(List.of(new Stop(LOOP, owner)), Progress.SILENT));
        assertEquals(
                "it runs again, or still; see " + reach + " status loop.service and journalctl -n 20"
                        + " _SYSTEMD_USER_UNIT=loop.service + USER_UNIT=loop.service",
                refused.reason());
    }
}
