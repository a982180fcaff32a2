package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.HostAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --host} refuses before it goes anywhere. That it gets there is shown on the lab machine. */
class HostCommandsTest extends FilesOnly {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor",
                "history",
                "ignore --list",
                "pull",
                "push",
                "approve",
                "share x.zip",
                "logs",
                "logs show journal",
                "config show",
                "config set plan_valid_hours 1",
                "remote show",
                "schedule run",
                "schedule show",
                "migrate x"
            })
    void what_is_about_this_machine_or_its_repository_alone_refuses_another(String command) {
        var behind = twin(command + " --host alice@box.invalid");
        assertEquals(64, behind.exit(), behind::toString);
        assertTrue(behind.err().contains("--host"), behind::toString);
        assertEquals(64, twin("--host alice@box.invalid " + command).exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-oProxyCommand=x", "alice@-v", "box;id", "$(id)", "ssh://box", "box:22"})
    void a_machine_has_a_strict_grammar(String machine) {
        var run = twin("status --host=" + machine);
        assertEquals(64, run.exit(), run::toString);
        assertTrue(run.err().contains("write USER@MACHINE"), run::toString);
    }

    @Test
    void a_repository_cannot_say_where_to_go() throws IOException {
        Files.writeString(
                repo.resolve("config.yaml"), Files.readString(repo.resolve("config.yaml")) + "host: alice@box\n");
        var run = twin("status");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("config.yaml"), run::toString);
    }

    @Test
    void the_repository_of_another_machine_does_not_become_that_of_this_one() throws IOException {
        var note = new Whereabouts(StateFolder.ofThisProcess().whereabouts(repo));
        assertTrue(note.elsewhere().isEmpty());
        note.note(HostAddress.of("alice@box"));
        note.note(HostAddress.of("alice@box"));
        for (String command :
                new String[] {"snapshot", "plan", "status", "apply --yes", "adopt --all", "undo", "diff"}) {
            var run = twin(command);
            assertEquals(8, run.exit(), run::toString);
            assertTrue(run.err().contains("say --host alice@box"), run::toString);
            assertTrue(run.err().contains("rm " + note.note()), run::toString);
        }
        ok("config show");
        ok("history");
        Files.delete(note.note());
        ok("status");
    }

    @Test
    void the_clock_does_not_put_this_machine_in_the_place_of_another_one() throws IOException {
        var note = new Whereabouts(StateFolder.ofThisProcess().whereabouts(repo));
        note.note(HostAddress.of("alice@box"));
        var before = twin("history").out();
        var run = twin("schedule run --output json");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.out().contains("this repository is that of alice@box"), run::toString);
        assertTrue(run.out().contains("rm " + note.note()), run::toString);
        assertEquals(before, twin("history").out(), "nothing was committed");
        var install = twin("schedule install");
        assertEquals(1, install.exit(), install::toString);
        assertTrue(install.err().contains("this repository is that of alice@box"), install::toString);
        Files.delete(note.note());
        assertEquals(0, twin("schedule run").exit());
    }

    @Test
    void its_runs_are_those_of_one_machine() throws IOException {
        var state = StateFolder.ofThisProcess();
        var one = state.runsOf(repo, Optional.of(digest("1")));
        assertFalse(one.equals(state.runs(repo)));
        assertFalse(one.equals(state.runsOf(repo, Optional.of(digest("2")))));
        assertEquals(one, state.runsOf(repo, Optional.of(digest("1"))));
    }

    private static Digest digest(String digit) {
        return new Digest("sha256:" + digit.repeat(64));
    }
}
