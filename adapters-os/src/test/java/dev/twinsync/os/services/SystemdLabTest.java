package dev.twinsync.os.services;

import static dev.twinsync.os.services.LabMachine.daemon;
import static dev.twinsync.os.services.LabMachine.look;
import static dev.twinsync.os.services.LabMachine.must;
import static dev.twinsync.os.services.LabMachine.perform;
import static dev.twinsync.os.services.LabMachine.run;
import static dev.twinsync.os.services.LabMachine.see;
import static dev.twinsync.os.services.LabMachine.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitId;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.AliceJava;
import dev.twinsync.os.Answer;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real systemd with all its ways of answering. Runs on the lab machine, as root. */
@Tag("lab")
class SystemdLabTest {

    private static final UnitScope SYSTEM = UnitScope.SYSTEM;
    private static final Attempt RAN = new Attempt.Ran();

    @ParameterizedTest
    @CsvSource({
        "toy-enabled.service, ENABLED, STEADY, true",
        "toy-masked.service, MASKED, STEADY, false",
        "toy-static.service, STATIC, UNCLAIMED,",
        "toy-static.timer, DISABLED, STEADY, false",
        "cron.service, ENABLED, STEADY, true",
        "docker.service, ENABLED, TRIGGERED,",
        "docker.socket, ENABLED, STEADY, true",
        "systemd-localed.service, STATIC, BUS,",
        "NetworkManager-dispatcher.service, ENABLED, BUS,",
        "systemd-logind.service, STATIC, STEADY, true",
        "apt-daily.service, STATIC, ONCE,",
        "e2scrub_reap.service, ENABLED, ONCE,",
        "getty@tty1.service, ENABLED, STEADY, false",
        "toy@.service, DISABLED, STEADY,"
    })
    void units_of_debian_are_seen_as_they_are(String key, UnitFileState state, Activation activation, Boolean running) {
        var seen = see(UnitId.of(key).orElseThrow()).orElseThrow();
        assertEquals(Optional.of(state), seen.state());
        assertEquals(activation, seen.activation());
        assertEquals(Optional.ofNullable(running), seen.running());
    }

    @Test
    void the_first_wish_for_a_real_machine_asks_for_nothing_and_stays_readable() {
        var services = new Services();
        var all = everything();
        var wishes = all.live().stream()
                .flatMap(unit -> services.firstWish(unit).stream())
                .toList();
        assertEquals(List.of(), services.plan(wishes, all));
        var ofTheMachine = wishes.stream() // without what other tests have put there
                .filter(wish -> !wish.name().text().startsWith("lab-"))
                .count();
        assertTrue(ofTheMachine > 20 && ofTheMachine < 80, () -> ofTheMachine + " wishes");
    }

    @Test
    void looking_three_times_gives_the_same() {
        var first = everything();
        assertEquals(first, everything());
        assertEquals(first, everything());
    }

    @Test
    void a_few_units_are_seen_as_among_all() {
        int few = 20;
        var all = everything().live();
        for (int first = 0; first < all.size(); first += few) {
            var some = all.subList(first, Math.min(first + few, all.size()));
            assertEquals(
                    new Seen<>(some), look(some.stream().map(LiveService::key).toArray(String[]::new)));
        }
    }

    @Test
    void another_name_is_known_as_one() {
        var real = unit("lab-real.service", daemon("Alias=lab-other.service"));
        assertEquals(RAN, perform(new Enable(real.name(), SYSTEM)));
        var other = see(UnitId.of("lab-other.service").orElseThrow()).orElseThrow();
        assertEquals(Optional.of(real.name()), other.aliasOf());
        assertEquals(
                new Attempt.Refused("lab-other.service is another name of lab-real.service; declare that one"),
                perform(new Mask(other.name(), SYSTEM)));
        assertEquals(RAN, perform(new Disable(real.name(), SYSTEM)));
    }

    @Test
    void a_service_that_fails_is_refused_with_its_status() {
        var refused =
                assertInstanceOf(Attempt.Refused.class, perform(new Start(new UnitName("toy-fail.service"), SYSTEM)));
        assertEquals("it failed: exit-code, status 3", refused.reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    User=lab-nobody-such                  | /bin/sleep 99 | 217/USER: the user that its User= names
                    Group=lab-nothing-such                | /bin/sleep 99 | 216/GROUP: what its Group=
                    WorkingDirectory=/srv/no/such         | /bin/sleep 99 | 200/CHDIR: its WorkingDirectory= is not there
                    BindPaths=/srv/no/such                | /bin/sleep 99 | 226/NAMESPACE: a path
                    StandardOutput=file:/srv/no/such/file | /bin/sleep 99 | 209/STDOUT: what its StandardOutput= says
                    Restart=no                            | /srv/no/such  | 203/EXEC: its program is not there
                    """)
    void a_service_that_systemd_cannot_start_as_its_file_says_is_told_in_words(
            String line, String program, String cause) {
        var unit = unit("lab-unstartable.service", "[Service]", line, "ExecStart=" + program);
        var refused = assertInstanceOf(Attempt.Refused.class, perform(new Start(unit.name(), SYSTEM)));
        assertTrue(refused.reason().contains(cause), refused::reason);
        run("systemctl", "reset-failed", unit.name().text());
    }

    @Test
    void a_service_that_fails_again_and_again_does_not_count_as_started() {
        var loop = unit(
                "lab-loop.service",
                "[Service]",
                "ExecStart=/bin/false",
                "Restart=always",
                "RestartSec=0.4",
                "[Install]");
        var refused = assertInstanceOf(Attempt.Refused.class, perform(new Start(loop.name(), SYSTEM)));
        assertTrue(refused.reason().contains("exit-code, status 1"), refused::reason);
        assertEquals(RAN, perform(new Stop(loop.name(), SYSTEM)));
        assertEquals("inactive", run("systemctl", "is-active", "lab-loop.service"));
    }

    @Test
    void a_service_that_lives_for_a_moment_again_and_again_is_always_seen_as_starting() {
        var loop = looping("lab-lives.service", "ExecStart=/bin/sleep 0.3", "RestartSec=0.2");
        for (int look = 0; look < 6; look++) {
            assertEquals(Activation.STARTING, see(loop).orElseThrow().activation());
        }
        assertEquals(RAN, perform(new Stop(loop.name(), SYSTEM)));
        assertEquals(Optional.of(false), see(loop).orElseThrow().running());
    }

    @Test
    void a_job_that_is_tried_again_and_again_is_always_seen_as_starting_until_a_stop_ends_that() {
        var job = looping(
                "lab-job.service",
                "Type=oneshot",
                "Restart=on-failure",
                "ExecStart=/bin/sh -c \"sleep 0.2; exit 1\"",
                "RestartSec=0.2");
        for (int look = 0; look < 6; look++) {
            assertEquals(Activation.STARTING, see(job).orElseThrow().activation());
        }
        assertEquals(RAN, perform(new Stop(job.name(), SYSTEM)));
        assertEquals(Activation.ONCE, see(job).orElseThrow().activation());
        run("systemctl", "reset-failed", "lab-job.service");
    }

    /** Its timer keeps it loaded. By itself systemd forgets no tries there: that is what the administrator's own stop leaves. */
    @Test
    void a_job_that_twin_stopped_between_two_tries_is_once_in_its_next_run() throws IOException {
        var job = looping(
                "lab-again.service",
                "Type=oneshot",
                "Restart=on-failure",
                "ExecStart=/bin/sh -c \"test -e /run/lab-again && exec sleep 5; exit 1\"",
                "RestartSec=1");
        unit("lab-again.timer", "[Timer]", "OnActiveSec=1h");
        must("systemctl", "start", "lab-again.timer");
        await("lab-again.service", "SubState", "auto-restart");
        must("systemctl", "stop", "lab-again.service");
        assertNotEquals(
                "0", run("systemctl", "show", "-P", "NRestarts", "lab-again.service"), "systemd forgets by itself");
        must("systemctl", "start", "--no-block", "lab-again.service");
        awaitStartedAgain("lab-again.service");
        await("lab-again.service", "SubState", "auto-restart");
        assertEquals(RAN, perform(new Stop(job.name(), SYSTEM)));
        Files.createFile(Path.of("/run/lab-again"));
        must("systemctl", "start", "--no-block", "lab-again.service");
        await("lab-again.service", "ActiveState", "activating");
        assertEquals(Activation.ONCE, see(job).orElseThrow().activation());
        must("rm", "/run/lab-again");
        must("systemctl", "stop", "lab-again.timer", "lab-again.service");
        must("systemctl", "reset-failed", "lab-again.service");
    }

    @Test
    void so_is_one_of_alice() {
        var job = LabMachine.userUnit(
                "alice",
                "lab-hers-again.service",
                "[Unit]",
                "StartLimitIntervalSec=0",
                "[Service]",
                "Type=oneshot",
                "Restart=on-failure",
                "ExecStart=/bin/false",
                "RestartSec=1");
        LabMachine.userUnit("alice", "lab-hers-again.timer", "[Timer]", "OnActiveSec=1h");
        must("systemctl", "--user", "--machine=alice@", "daemon-reload");
        must("systemctl", "--user", "--machine=alice@", "start", "lab-hers-again.timer");
        must("systemctl", "--user", "--machine=alice@", "start", "--no-block", "lab-hers-again.service");
        run("sleep", "2.5");
        assertEquals(Activation.STARTING, see(job).orElseThrow().activation());
        assertEquals(RAN, perform(new Stop(job.name(), job.scope())));
        assertEquals(
                "0",
                run("systemctl", "--user", "--machine=alice@", "show", "-P", "NRestarts", "lab-hers-again.service"));
        must("systemctl", "--user", "--machine=alice@", "stop", "lab-hers-again.timer");
    }

    @Test
    void a_service_that_is_never_ready_is_starting_until_a_stop_ends_that() {
        var loop = looping(
                "lab-unready.service",
                "Type=notify",
                "ExecStart=/bin/sleep infinity",
                "TimeoutStartSec=1",
                "RestartSec=0.1");
        assertEquals(Activation.STARTING, see(loop).orElseThrow().activation());
        assertEquals(RAN, perform(new Stop(loop.name(), SYSTEM)));
        assertEquals(Optional.of(false), see(loop).orElseThrow().running());
    }

    @Test
    void a_service_that_waits_for_its_next_start_notices_at_once_what_mends_it() {
        var loop = looping(
                "lab-mended.service",
                "ExecStart=/bin/sh -c \"test -e /run/lab-mended && exec sleep infinity\"",
                "ExecReload=/bin/true",
                "RestartSec=2");
        run("touch", "/run/lab-mended");
        assertEquals(RAN, perform(new Restart(loop.name(), SYSTEM)));
        assertEquals("active", run("systemctl", "is-active", "lab-mended.service"));
        must("rm", "/run/lab-mended");
        assertEquals(RAN, perform(new Stop(loop.name(), SYSTEM)));
    }

    /** A reload in its last moment would be the end of it: it is found waiting for its next start after that. */
    @Test
    void a_service_that_is_mended_in_one_of_its_short_lives_is_told_as_done_and_runs() {
        var loop = looping(
                "lab-brief.service",
                "ExecStart=/bin/sh -c \"test -e /run/lab-brief && exec sleep infinity; sleep 0.4\"",
                "ExecReload=/bin/true",
                "RestartSec=3");
        await("lab-brief.service", "SubState", "running");
        must("touch", "/run/lab-brief");
        assertEquals(RAN, perform(new Restart(loop.name(), SYSTEM)));
        assertEquals(Optional.of(true), see(loop).orElseThrow().running());
        must("rm", "/run/lab-brief");
        assertEquals(RAN, perform(new Stop(loop.name(), SYSTEM)));
    }

    @Test
    void a_service_that_a_restart_does_not_mend_has_failed_and_is_seen_as_starting_also_where_its_lives_take_a_while() {
        var loop = looping("lab-awhile.service", "ExecStart=/bin/sleep 2", "RestartSec=0.1");
        for (int restart = 0; restart < 3; restart++) {
            var unfinished = assertInstanceOf(Attempt.Unfinished.class, perform(new Restart(loop.name(), SYSTEM)));
            assertEquals("it ends and is started again and again", unfinished.reason());
            assertEquals(Activation.STARTING, see(loop).orElseThrow().activation());
        }
        assertEquals(RAN, perform(new Stop(loop.name(), SYSTEM)));
    }

    @Test
    void a_service_that_was_started_again_and_lasts_runs() {
        var daemon = unit("lab-lasts.service", daemon("[Service]", "Restart=always"));
        assertEquals(RAN, perform(new Start(daemon.name(), SYSTEM)));
        must("systemctl", "kill", "--signal=KILL", "lab-lasts.service");
        awaitStartedAgain("lab-lasts.service");
        assertEquals(Optional.of(true), see(daemon).orElseThrow().running());
        assertEquals(RAN, perform(new Stop(daemon.name(), SYSTEM)));
    }

    /** A service that systemd has started again at least once. */
    private static UnitId looping(String name, String... service) {
        var head = List.of("[Unit]", "StartLimitIntervalSec=0", "[Service]", "Restart=always");
        var loop = unit(
                name,
                Stream.of(head, List.of(service), List.of("[Install]", "WantedBy=multi-user.target"))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
        must("systemctl", "daemon-reload");
        must("systemctl", "start", "--no-block", name);
        awaitStartedAgain(name);
        return loop;
    }

    private static void awaitStartedAgain(String name) {
        await(name, "NRestarts", "[1-9][0-9]*");
    }

    private static void await(String name, String property, String pattern) {
        for (int look = 0; look < 100; look++) {
            if (run("systemctl", "show", "-P", property, name).matches(pattern)) {
                return;
            }
            run("sleep", "0.1");
        }
        throw new AssertionError(name + " does not come to have " + property + "=" + pattern);
    }

    @Test
    void a_service_that_is_not_ready_in_time_is_refused() {
        var slow = unit("lab-slow.service", "[Service]", "Type=notify", "ExecStart=/bin/sleep 60", "TimeoutStartSec=1");
        var refused = assertInstanceOf(Attempt.Refused.class, perform(new Start(slow.name(), SYSTEM)));
        assertTrue(refused.reason().contains("timeout"), refused::reason);
        run("systemctl", "reset-failed", "lab-slow.service");
    }

    @Test
    void a_condition_that_is_not_met_is_no_success() {
        var picky = unit(
                "lab-picky.service", "[Unit]", "ConditionPathExists=/nowhere", "[Service]", "ExecStart=/bin/sleep 9");
        var refused = assertInstanceOf(Attempt.Refused.class, perform(new Start(picky.name(), SYSTEM)));
        assertTrue(refused.reason().contains("Condition"), refused::reason);
    }

    @Test
    void a_unit_that_is_not_there_is_refused_in_systemds_words() {
        var refused =
                assertInstanceOf(Attempt.Refused.class, perform(new Start(new UnitName("no-such.service"), SYSTEM)));
        assertEquals("systemd refused: Unit no-such.service not found.", refused.reason());
    }

    @Test
    void a_static_unit_is_not_enabled_by_saying_so() {
        var refused = assertInstanceOf(
                Attempt.Refused.class, perform(new Enable(new UnitName("toy-static.service"), SYSTEM)));
        assertTrue(refused.reason().contains("[Install]"), refused::reason);
    }

    @Test
    void a_mask_of_the_package_cannot_be_taken_away() {
        var refused =
                assertInstanceOf(Attempt.Refused.class, perform(new Unmask(new UnitName("hwclock.service"), SYSTEM)));
        assertTrue(refused.reason().contains("/lib/systemd/system/hwclock.service"), refused::reason);
        assertTrue(everything().find("hwclock.service").isEmpty(), "nobody decided it, so it is not captured");
    }

    @Test
    void a_unit_file_of_ones_own_cannot_be_masked() throws IOException {
        Files.write(Path.of("/etc/systemd/system/lab-own.service"), List.of(daemon()));
        var refused =
                assertInstanceOf(Attempt.Refused.class, perform(new Mask(new UnitName("lab-own.service"), SYSTEM)));
        assertTrue(refused.reason().contains("lab-own.service"), refused::reason);
        assertEquals(
                UnitPlace.OWN,
                see(UnitId.of("lab-own.service").orElseThrow()).orElseThrow().place());
        Files.delete(Path.of("/etc/systemd/system/lab-own.service"));
    }

    @Test
    void a_linked_unit_is_known_as_one_before_and_after_it_is_enabled() throws IOException {
        Files.write(Path.of("/opt/lab-linked.service"), List.of(daemon()));
        must("systemctl", "link", "/opt/lab-linked.service");
        var linked = UnitId.of("lab-linked.service").orElseThrow();
        assertEquals(UnitPlace.LINKED, see(linked).orElseThrow().place());
        assertEquals(RAN, perform(new Enable(linked.name(), SYSTEM)));
        assertEquals(
                Optional.of(UnitFileState.ENABLED), see(linked).orElseThrow().state());
        assertEquals(UnitPlace.LINKED, see(linked).orElseThrow().place());
        must("systemctl", "disable", "lab-linked.service");
        assertEquals(Optional.empty(), see(linked), "this is why a linked unit is never disabled");
    }

    @Test
    void a_unit_that_runs_on_without_its_file_is_seen_and_stopped() {
        var left = LabMachine.runningWithoutFile("lab-gone.service");
        assertEquals(Optional.of(LiveService.steady(left.name(), SYSTEM, UnitFileState.NO_FILE, true)), see(left));
        assertEquals(RAN, perform(new Stop(left.name(), SYSTEM)));
        assertEquals("inactive", run("systemctl", "is-active", "lab-gone.service"));
        assertEquals(Optional.empty(), see(left));
    }

    @Test
    void a_unit_file_that_systemd_cannot_read_is_told() {
        var bad = unit(
                "lab-unread.service", "[Service]", "ExecStrt=/bin/true", "[Install]", "WantedBy=multi-user.target");
        must("systemctl", "daemon-reload");
        assertEquals(Activation.UNREADABLE, see(bad).orElseThrow().activation());
    }

    @Test
    void a_unit_that_does_not_exist_can_be_masked() {
        var none = UnitId.of("lab-none.service").orElseThrow();
        assertEquals(RAN, perform(new Mask(none.name(), SYSTEM)));
        assertEquals(Optional.of(LiveService.steady(none.name(), SYSTEM, UnitFileState.MASKED, false)), see(none));
        assertEquals(RAN, perform(new Unmask(none.name(), SYSTEM)));
        assertEquals(Optional.empty(), see(none));
    }

    @Test
    void a_script_of_init_d_can_be_started_and_not_enabled() throws IOException {
        var script = Path.of("/etc/init.d/lab-sysv");
        Files.writeString(script, """
                #!/bin/sh
                ### BEGIN INIT INFO
                # Provides: lab-sysv
                # Required-Start:
                # Required-Stop:
                # Default-Start: 2 3 4 5
                # Default-Stop: 0 1 6
                ### END INIT INFO
                exit 0
                """);
        must("chmod", "755", script.toString());
        must("systemctl", "daemon-reload");
        var sysv = UnitId.of("lab-sysv.service").orElseThrow();
        assertEquals(
                Optional.of(UnitFileState.GENERATED), see(sysv).orElseThrow().state());
        assertEquals(RAN, perform(new Start(sysv.name(), SYSTEM)));
        assertEquals("active", run("systemctl", "is-active", "lab-sysv.service"));
        assertEquals(RAN, perform(new Stop(sysv.name(), SYSTEM)));
        assertInstanceOf(Attempt.Refused.class, perform(new Enable(sysv.name(), SYSTEM)));
    }

    @Test
    void a_job_that_ends_at_once_is_never_missed() {
        unit(
                "lab-once.service",
                "[Unit]",
                "StartLimitIntervalSec=0",
                "[Service]",
                "Type=oneshot",
                "ExecStart=/bin/true");
        must("systemctl", "daemon-reload");
        var opened = SystemdBus.open("unix:path=/run/dbus/system_bus_socket");
        try (var bus = ((Answer.Given<SystemdBus>) opened).value()) {
            for (int round = 0; round < 100; round++) {
                assertEquals(
                        new Answer.Given<>("done"), bus.job("StartUnit", "lab-once.service", Duration.ofSeconds(10)));
            }
        }
    }

    @Test
    void a_new_and_then_a_changed_unit_file_are_read_before_they_are_used() {
        var fresh = unit("lab-fresh.service", daemon());
        assertEquals(RAN, perform(new Start(fresh.name(), SYSTEM)));
        unit("lab-fresh.service", "[Service]", "ExecStart=/bin/sleep 4711");
        assertEquals(RAN, perform(new Stop(fresh.name(), SYSTEM)));
        assertEquals(RAN, perform(new Start(fresh.name(), SYSTEM)));
        assertTrue(
                run("systemctl", "show", "-p", "ExecStart", "lab-fresh.service").contains("4711"));
        assertEquals(RAN, perform(new Stop(fresh.name(), SYSTEM)));
    }

    @Test
    void a_restart_makes_a_running_unit_new_and_leaves_a_stopped_one_alone() {
        var before = run("systemctl", "show", "-p", "MainPID", "toy-enabled.service");
        assertEquals(RAN, perform(new Restart(new UnitName("toy-enabled.service"), SYSTEM)));
        assertNotEquals(before, run("systemctl", "show", "-p", "MainPID", "toy-enabled.service"));
        var stopped = unit("lab-stopped.service", daemon());
        assertEquals(RAN, perform(new Restart(stopped.name(), SYSTEM)));
        assertEquals(Optional.of(false), see(stopped).orElseThrow().running());
    }

    @Test
    void a_package_brings_its_unit() {
        var unit = UnitId.of("twin-toy-svc.service").orElseThrow();
        assertEquals(Optional.empty(), see(unit));
        must("apt-get", "-q", "-y", "install", "twin-toy-svc");
        assertEquals(Optional.of(LiveService.steady(unit.name(), SYSTEM, UnitFileState.ENABLED, true)), see(unit));
        must("apt-get", "-q", "-y", "remove", "twin-toy-svc");
        assertEquals(Optional.empty(), see(unit));
    }

    @Test
    void a_failing_unit_of_alice_is_refused_with_its_status() {
        var bad = LabMachine.userUnit("alice", "lab-bad.service", "[Service]", "ExecStart=/bin/sh -c \"exit 5\"");
        var refused = assertInstanceOf(Attempt.Refused.class, perform(new Start(bad.name(), bad.scope())));
        assertTrue(refused.reason().contains("it failed: exit-code, status 5"), refused::reason);
    }

    /** The commands that are advised are run as they stand there, by root and by alice. */
    @Test
    void where_to_look_at_a_unit_of_alice_that_never_stops_is_told_to_root_and_to_her() {
        var stubborn = LabMachine.userUnit(
                "alice",
                "lab-stubborn.service",
                "[Service]",
                "ExecStart=/bin/sh -c \"echo these are its words; sleep 0.1\"",
                "Restart=always",
                "RestartSec=60");
        assertInstanceOf(Attempt.Refused.class, perform(new Start(stubborn.name(), stubborn.scope())));
        var advised = stubborn.scope().looks(stubborn.name());
        assertEquals("systemctl --user --machine=alice@ status lab-stubborn.service", advised.getFirst());
        var hers = List.of("runuser", "-u", "alice", "--", "env", "XDG_RUNTIME_DIR=/run/user/1000", "sh", "-c");
        for (var shell : List.of(List.of("sh", "-c"), hers)) {
            assertTrue(shown(shell, advised.getFirst()).contains("auto-restart"), advised::toString);
            assertTrue(shown(shell, advised.getLast()).contains("these are its words"), advised::toString);
            assertTrue(shown(shell, advised.getLast()).contains("Started lab-stubborn.service"), advised::toString);
        }
        assertEquals(RAN, perform(new Stop(stubborn.name(), stubborn.scope())));
    }

    private static String shown(List<String> shell, String command) {
        var arguments = Stream.concat(shell.stream().skip(1), Stream.of(command));
        return run(shell.getFirst(), arguments.toArray(String[]::new));
    }

    @Test
    void a_user_without_a_systemd_is_a_gap_and_gets_none_by_being_looked_at() throws IOException {
        var seen = look("daemon/dbus.service");
        assertEquals(List.of(), seen.live());
        assertEquals(List.of("daemon/*"), seen.gaps().stream().map(Gap::keys).toList());
        try (var folders = Files.list(Path.of("/run/user"))) {
            assertEquals(List.of(Path.of("/run/user/1000")), folders.toList());
        }
    }

    @Test
    void alice_herself_changes_her_units_and_not_those_of_the_machine() {
        LabMachine.userUnit("alice", "lab-hers.service", daemon());
        assertEquals("""
                start lab-hers.service Ran[]
                stop lab-hers.service Ran[]
                start toy-disabled.service Refused[reason=this needs root, or a polkit rule that allows it]
                enable toy-disabled.service Refused[reason=this needs root, or a polkit rule that allows it]
                seen ENABLED, alice/lab-hers.service not running""", AliceJava.run(LabAlice.class));
    }

    @SuppressWarnings("unchecked") // what this backend sees
    private static Seen<LiveService> everything() {
        return assertInstanceOf(Seen.class, LabMachine.SYSTEMD.observe(Scope.everything()));
    }
}
