package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.machine.Owner;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.wiring.Whereabouts;
import dev.twinsync.domain.Digest;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.SecretGate;
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
        var note = whereabouts();
        assertTrue(note.owner().isEmpty());
        note.noteVisited(HostAddress.of("alice@box"), Optional.of(digest("1")));
        note.noteVisited(HostAddress.of("alice@box"), Optional.of(digest("1")));
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
        var note = whereabouts();
        note.noteVisited(HostAddress.of("alice@box"), Optional.of(digest("1")));
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
    void a_note_of_an_earlier_twin_without_an_identity_counts() throws IOException {
        write("alice@box\n");
        assertEquals(
                Optional.of(new Owner(Optional.of(HostAddress.of("alice@box")), Optional.empty())),
                whereabouts().owner());
        var run = twin("snapshot");
        assertEquals(8, run.exit(), run::toString);
        assertTrue(run.err().contains("say --host alice@box"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "-oProxyCommand=x",
                "sha256:1",
                "alice@box\nsha256:1",
                "alice@box\nbox",
                "box\n\nbox",
                "\u0000"
            })
    void a_note_that_is_none_is_told_with_its_path_and_the_remedy(String text) throws IOException {
        write(text);
        var note = whereabouts().note();
        for (String command : new String[] {"status", "snapshot"}) {
            var run = twin(command);
            assertEquals(1, run.exit(), run::toString);
            assertTrue(run.err().contains(note + " is to say of which machine"), run::toString);
            assertTrue(run.err().contains("rm " + note), run::toString);
        }
        ok("history");
        Files.delete(note);
        ok("status");
    }

    @Test
    void this_machine_becomes_the_owner_by_what_records_something_of_it_and_not_by_a_look() throws IOException {
        for (String look :
                new String[] {"status", "plan", "diff", "adopt --all --dry-run", "apply --dry-run", "init"}) {
            twin(look);
            assertEquals(Optional.empty(), whereabouts().owner(), look);
        }
        ok("snapshot");
        assertEquals(thisMachine(), whereabouts().owner());
        Files.deleteIfExists(whereabouts().note());
        wish("hello\n");
        assertEquals(2, twin("plan").exit());
        ok("apply --yes");
        assertEquals(thisMachine(), whereabouts().owner());
        Files.deleteIfExists(whereabouts().note());
        ok("schedule run");
        assertEquals(thisMachine(), whereabouts().owner());
    }

    @Test
    void a_machine_that_was_set_up_anew_with_its_old_home_is_refused_nothing() throws IOException {
        write(digest("1") + "\n");
        for (String command : new String[] {"status", "diff", "schedule run"}) {
            ok(command);
        }
        write(digest("1") + "\n");
        ok("snapshot");
        assertEquals(
                thisMachine().orElse(Owner.here(digest("1"))),
                whereabouts().owner().orElseThrow());
    }

    @Test
    void what_was_noted_of_a_repository_that_is_gone_does_not_keep_init_from_making_another() throws IOException {
        write("alice@box\n" + digest("1") + "\n");
        assertEquals(8, twin("init").exit(), "it is still there");
        Files.delete(repo.resolve("config.yaml"));
        assertEquals(8, twin("init").exit(), "and so is what it says of the other machine");
        Files.move(repo, repo.resolveSibling(repo.getFileName() + "-gone"));
        assertEquals(Optional.empty(), whereabouts().owner());
        Whereabouts.of(StateFolder.ofThisProcess(), new GitTwinRepo(repo, folder(), SecretGate.SHUT))
                .noteVisited(HostAddress.of("other"), Optional.of(digest("2")));
        Folders.copy(repo.resolveSibling(repo.getFileName() + "-gone"), repo);
        assertEquals(
                Optional.of(new Owner(Optional.of(HostAddress.of("other")), Optional.of(digest("2")))),
                whereabouts().owner());
    }

    private Whereabouts whereabouts() throws IOException {
        return Whereabouts.of(StateFolder.ofThisProcess(), new GitTwinRepo(repo, folder(), SecretGate.SHUT));
    }

    /** What is noted of it; empty: it cannot be told from others. */
    private Optional<Owner> thisMachine() throws IOException {
        return whereabouts().here().map(Owner::here);
    }

    private void write(String text) throws IOException {
        var note = StateFolder.ofThisProcess().whereabouts(repo);
        new PrivateFolder(note.getParent()).make();
        Files.writeString(note, text);
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
