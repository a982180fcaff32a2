package dev.twinsync.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import dev.twinsync.port.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code twin history} and {@code twin restore} through the whole command. */
class TimeTravelCommandsTest extends FilesOnly {

    private String state() throws IOException {
        return Files.readString(repo.resolve("state/files.yaml"));
    }

    private List<String> lines(String command) {
        return ok(command).out().lines().toList();
    }

    @Test
    void what_is_committed_where_no_branch_is_checked_out_is_told_with_what_keeps_it() throws IOException {
        var git = new GitProgram(repo);
        git.run("checkout", "-q", "--detach");
        assertEquals("", ok("status").err());
        wish("hello\n");
        twin("plan");
        var applied = ok("apply --yes --no-sudo");
        var commit = git.run("rev-parse", "--short=10", "HEAD").strip();
        assertTrue(
                applied.err()
                        .contains("git forgets commit " + commit + " once another is; to keep it: git -C " + repo
                                + " switch -c NAME"),
                applied::err);
        git.run("switch", "-q", "-c", "kept");
        Files.delete(motd);
        twin("plan");
        assertFalse(ok("apply --yes --no-sudo").err().contains("forgets"));
    }

    @Test
    void what_made_a_commit_is_told_newest_first() throws IOException {
        Files.writeString(motd, "one\n");
        wish("one\n");
        var edit = commit("Greet\n\nwith a body");
        ok("snapshot");
        var lines = lines("history");
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches(".{16}  [0-9a-f]{9}  snapshot .* live/files.yaml.*"), lines.get(0));
        assertTrue(lines.get(1).contains("  " + edit.substring(0, 9) + "  edit "), lines.get(1));
        assertTrue(lines.get(1).endsWith("  Greet"), lines.get(1));
        assertTrue(lines.get(2).contains("  init "), lines.get(2));
        assertEquals(1, lines("history --most 1").size());
    }

    @Test
    void a_plan_alone_is_no_event_unless_all_are_asked_for() throws IOException {
        wish("one\n");
        commit("wish");
        assertEquals(2, twin("plan").exit());
        assertEquals(2, lines("history").size());
        assertTrue(lines("history --all").getFirst().contains("  plan "));
    }

    @Test
    void a_file_is_followed_through_wish_and_sight() throws IOException {
        Files.writeString(motd, "one\n");
        wish("one\n");
        commit("first");
        ok("snapshot");
        wish("two\n");
        commit("second");
        Files.delete(motd);
        ok("snapshot");
        var lines = lines("history " + key());
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("  seen ") && lines.get(0).contains("gone"), lines.get(0));
        assertTrue(lines.get(1).contains("  wish ") && lines.get(1).contains("digest: sha256:"), lines.get(1));
        assertTrue(lines.get(2).contains("  seen ") && lines.get(2).contains("added: "), lines.get(2));
        assertTrue(lines.get(3).contains("  wish ") && lines.get(3).contains("added: "), lines.get(3));
        assertEquals(1, twin("history nonsense:x").exit());
    }

    @Test
    void what_no_commit_tells_of_is_an_error_and_what_one_tells_of_is_told_beside_it() throws IOException {
        assertEquals(0, twin("history").exit(), "nothing was applied yet, which is no error");
        wish("one\n");
        commit("first");
        var nothing = twin("history files:/nowhere");
        assertEquals(1, nothing.exit(), nothing::toString);
        assertTrue(nothing.err().contains("files:/nowhere: no commit tells of that"), nothing.err());
        assertTrue(nothing.err().contains("twin history"), nothing.err());
        var some = twin("history --most 1 files:/nowhere " + key());
        assertEquals(1, some.exit(), some::toString);
        assertTrue(some.out().contains("  wish "), some.out());
        assertFalse(some.err().contains(key() + ": no commit"), some.err());
    }

    @Test
    void a_title_from_elsewhere_cannot_steer_the_terminal() throws IOException {
        wish("one\n");
        commit("\u001b[2Jtwin snapshot\u202e");
        var run = ok("history");
        assertTrue(run.showsEverything(), run.out());
        assertTrue(run.out().contains("\\u001b[2J"), run.out());
        assertTrue(ok("history --output json").showsEverything());
    }

    @Test
    void a_restore_is_a_new_commit_and_a_plan() throws IOException {
        Files.writeString(motd, "one\n");
        wish("one\n");
        commit("first");
        var first = state();
        wish("two\n");
        Files.writeString(repo.resolve("state/files.yaml"), "# nothing any more\nfiles: []\n");
        commit("second");
        Files.writeString(motd, "drifted\n");
        var run = twin("restore HEAD~1");
        assertEquals(2, run.exit(), run::toString);
        assertEquals(first, state(), "to the byte, comments too");
        assertEquals("one\n", Files.readString(repo.resolve("filesystem/motd")));
        assertTrue(run.err().contains("  state/files.yaml\n"), run.err());
        assertTrue(run.out().contains("To do this, run: twin apply"), run.out());
        assertTrue(Files.exists(repo.resolve("plan/latest.yaml")));
        assertEquals("drifted\n", Files.readString(motd));
        assertTrue(lines("history").getFirst().contains("  restore "));
        Files.writeString(motd, "one\n");
        assertEquals(0, twin("time-machine HEAD~1").exit(), "by its old name, and there is nothing left to do");
    }

    @Test
    void what_no_commit_has_is_named_and_kept() throws IOException {
        wish("one\n");
        commit("first");
        wish("two\n");
        commit("second");
        wish("three\n");
        var run = twin("restore HEAD~1");
        assertEquals(8, run.exit(), run::toString);
        assertTrue(run.err().contains("filesystem/motd"), run.err());
        assertEquals("three\n", Files.readString(repo.resolve("filesystem/motd")));
    }

    @Test
    void the_configuration_stays_as_it_is() throws IOException {
        wish("one\n");
        commit("first");
        var config = repo.resolve("config.yaml");
        Files.writeString(config, Files.readString(config) + "plan_valid_hours: 7   # mine\n");
        wish("two\n");
        commit("second");
        assertEquals(2, twin("restore HEAD~1").exit());
        assertTrue(Files.readString(config).endsWith("plan_valid_hours: 7   # mine\n"));
    }

    @Test
    void one_entry_comes_back_with_its_content_and_the_comments_around_it_stay() throws IOException {
        Path other = folder().resolve("other-motd");
        wish("one\n");
        commit("first");
        Files.writeString(repo.resolve("filesystem/motd"), "two\n");
        Files.writeString(
                repo.resolve("state/files.yaml"),
                "# wished by hand\nfiles:\n  - path: " + other + "   # the other one\n    type: directory\n");
        commit("second");
        var run = twin("restore HEAD~1 " + key());
        assertEquals(2, run.exit(), run::toString);
        assertEquals("one\n", Files.readString(repo.resolve("filesystem/motd")));
        assertTrue(
                state().startsWith("# wished by hand\nfiles:\n  - path: " + other
                        + "   # the other one\n    type: directory\n"),
                this::stateNow);
        assertTrue(state().contains(motd.toString()), this::stateNow);
        assertTrue(lines("history").getFirst().endsWith(key())
                || lines("history").getFirst().contains("  restore "));
    }

    private String stateNow() {
        try {
            return state();
        } catch (IOException broken) {
            return broken.toString();
        }
    }

    @Test
    void what_is_no_commit_and_no_thing_is_said() throws IOException {
        var commit = twin("restore nowhere");
        assertEquals(1, commit.exit());
        assertTrue(commit.err().contains("there is no commit \"nowhere\""), commit.err());
        var thing = twin("restore HEAD files:/nowhere");
        assertEquals(1, thing.exit());
        assertTrue(thing.err().contains("neither then nor now"), thing.err());
        assertEquals(64, twin("restore").exit());
        assertEquals(64, twin("history --most 0").exit());
        assertFalse(twin("restore HEAD").err().contains("committed as"));
    }
}
