package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Facts;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.homeassistant.Installation.Alone;
import dev.twinsync.os.homeassistant.Installation.Contained;
import dev.twinsync.os.supervisor.CoreApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of each kind of installation without a Supervisor, and what its answers are taken for. */
class ConfigurationCheckTest {

    private static final String EXEC =
            "docker exec " + MachineBench.ID + " python3 -m homeassistant -c /config --script check_config";
    private static final String TESTING = "Testing configuration at /config\n";

    @TempDir
    private Path folder;

    private MachineBench bench;

    @BeforeEach
    void machine() throws IOException {
        bench = new MachineBench(folder);
    }

    private ConfigurationCheck check(Self self) {
        return new ConfigurationCheck(new Reach(
                bench.root,
                self,
                bench.commands,
                () -> new Answer.None<>("no way to a Supervisor"),
                () -> new Answer.None<>("no token"),
                new SystemTicker()));
    }

    private Soundness contained() {
        return check(Self.ofThisProcess()).of(container(true));
    }

    private Contained container(boolean runs) {
        return new Contained(
                bench.root, new FoundContainer(ContainerEngine.DOCKER, MachineBench.ID, "ha", runs, Optional.empty()));
    }

    private Alone alone(Account user, String... program) {
        return new Alone(Path.of("/data/ha"), List.of(program), user, Optional.empty(), OptionalInt.empty());
    }

    private static String unknown(Soundness soundness) {
        return assertInstanceOf(Soundness.Unknown.class, soundness).reason();
    }

    @Test
    void the_script_within_the_container_says_it() {
        bench.commands.answer(EXEC, TESTING);
        assertEquals(new Soundness.Sound(), contained());
        assertEquals(List.of(EXEC), bench.commands.lines());
        assertEquals(
                Optional.of(Duration.ofMinutes(10)),
                bench.commands.asked().getFirst().limit());
    }

    @Test
    void its_status_is_the_number_of_broken_domains_and_its_words_are_kept_without_colours() {
        bench.commands.answer(
                EXEC, 2, "\u001b[1m" + TESTING + "\u001b[31mFailed config\u001b[0m\n  light:\u0007\n", "");
        var broken = assertInstanceOf(Soundness.Broken.class, contained());
        assertEquals("Testing configuration at /config\nFailed config\n  light:\\u0007", broken.log());
    }

    @Test
    void an_engine_that_ends_with_one_is_no_broken_domain() {
        bench.commands.answer(EXEC, 1, "", "Error response from daemon: container is not running");
        assertTrue(unknown(contained()).contains("not running"));
    }

    @Test
    void a_program_that_ends_well_without_a_word_is_no_check() {
        bench.commands.answer(EXEC, "hello\n");
        unknown(contained());
    }

    @Test
    void a_long_log_is_cut() {
        bench.commands.answer(EXEC, 1, TESTING + "x".repeat(100_000), "");
        assertEquals(
                2000,
                assertInstanceOf(Soundness.Broken.class, contained()).log().length());
    }

    @Test
    void what_takes_too_long_is_not_known() {
        bench.commands.answer(EXEC, new Result.TimedOut(Duration.ofMinutes(10)));
        assertTrue(unknown(contained()).contains("600 s"));
    }

    @Test
    void a_container_that_does_not_run_is_not_asked() {
        var reason = unknown(check(Self.ofThisProcess()).of(container(false)));
        assertTrue(reason.contains("docker start ha"), reason);
        assertEquals(List.of(), bench.commands.lines());
    }

    @Test
    void secrets_are_never_asked_for() {
        bench.commands.answer(EXEC, TESTING);
        contained();
        assertFalse(bench.commands.lines().toString().contains("--secrets"));
    }

    @Test
    void a_program_of_ones_own_runs_without_a_way_to_more_rights() {
        var me = Self.ofThisProcess();
        if (!me.isRoot()) {
            bench.commands.answer("setsid --wait setpriv", TESTING);
            assertEquals(
                    new Soundness.Sound(), check(me).of(alone(new Account(me.name(), me.uid()), "/srv/ha/bin/hass")));
            assertEquals(
                    List.of(
                            "setsid --wait setpriv --no-new-privs -- /srv/ha/bin/hass --script check_config -c /data/ha"),
                    bench.commands.lines());
        }
    }

    @Test
    void root_runs_the_program_of_a_user_as_that_user() {
        bench.commands.answer("setsid --wait setpriv", TESTING);
        var check = check(new Self("root", 0));
        assertEquals(
                new Soundness.Sound(),
                check.of(alone(new Account("mallory", 4711), "/x/python3", "-m", "homeassistant")));
        assertEquals(
                List.of("setsid --wait setpriv --no-new-privs --reuid=4711 --regid=4711 --clear-groups -- /x/python3 -m"
                        + " homeassistant --script check_config -c /data/ha"),
                bench.commands.lines());
    }

    @Test
    void root_runs_nothing_as_root_that_others_may_change() throws IOException {
        var program = bench.write("/srv/hass", "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxrwxrwx"));
        var reason = unknown(check(new Self("root", 0)).of(alone(new Account("root", 0), program.toString())));
        assertTrue(reason.contains("does not run " + program + " as root"), reason);
        assertEquals(List.of(), bench.commands.lines());
    }

    @Test
    void nobody_but_the_owner_and_root_runs_it() {
        var reason = unknown(check(new Self("alice", 1000)).of(alone(new Account("mallory", 4711), "/x/hass")));
        assertTrue(reason.contains("only mallory or root"), reason);
    }

    @Test
    void without_a_program_the_way_to_home_assistant_itself_is_the_remedy() {
        var reason = unknown(check(new Self("alice", 1000)).of(alone(new Account("alice", 1000))));
        assertTrue(reason.contains("is not known") && reason.contains("no token"), reason);
    }

    /** @param folder that Home Assistant says it has its configuration in */
    private Soundness byHomeAssistant(String folder, String verdict) {
        var api = new CoreApi() {
            @Override
            public Facts get(String path, Duration patience) {
                return new Facts(Tree.map().put("config_dir", folder).build());
            }

            @Override
            public Facts post(String path, Tree body, Duration patience) {
                assertEquals("config/core/check_config", path);
                return new Facts(Tree.map()
                        .put("result", verdict)
                        .put("errors", "light: wrong")
                        .build());
            }
        };
        var reach = new Reach(
                bench.root,
                Self.ofThisProcess(),
                bench.commands,
                () -> new Answer.None<>("no way"),
                () -> new Answer.Given<>(api),
                new SystemTicker());
        return new ConfigurationCheck(reach).of(alone(new Account("alice", 1000)));
    }

    @Test
    void home_assistant_itself_answers_for_its_own_folder_only() {
        assertEquals(new Soundness.Sound(), byHomeAssistant("/data/ha", "valid"));
        assertEquals(new Soundness.Broken("light: wrong"), byHomeAssistant("/data/ha", "invalid"));
        assertTrue(unknown(byHomeAssistant("/data/ha", "maybe")).contains("maybe"));
        assertTrue(unknown(byHomeAssistant("/elsewhere", "valid")).contains("not in /data/ha"));
    }
}
