package dev.twinsync.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code twin remote}, {@code push}, {@code pull} and {@code approve} through the whole command, with a folder as the remote. */
class RemoteCommandsTest extends FilesOnly {

    private static final Pattern APPROVAL = Pattern.compile("twin approve ([0-9a-f]+)");

    private Path bare;
    private Path other;

    @BeforeEach
    void a_remote_that_has_all_of_it() throws IOException {
        bare = folder().resolve(repo.getFileName() + ".git");
        other = folder().resolve(repo.getFileName() + "-other");
        git(folder(), "init", "-q", "--bare", "-b", "main", bare.toString());
        ok("remote add origin " + bare);
        ok("push");
        git(folder(), "clone", "-q", bare.toString(), other.toString());
    }

    /** As somebody else does it, elsewhere. */
    private static String git(Path folder, String... arguments) throws IOException {
        return new GitProgram(folder).run(arguments);
    }

    private void theyWrite(String path, String content) throws IOException {
        Files.createDirectories(other.resolve(path).getParent());
        Files.writeString(other.resolve(path), content);
        git(other, "add", "-A");
        git(other, "commit", "-q", "-m", "Their change of " + path);
        git(other, "push", "-q", "origin", "HEAD:main");
    }

    private void theyWish(String entry) throws IOException {
        theyWrite("state/files.yaml", "files:\n  - {path: " + motd + ", " + entry + "}\n");
    }

    @Test
    void what_is_sent_is_there_and_is_sent_once() throws IOException {
        assertEquals(git(repo, "rev-parse", "HEAD"), git(bare, "rev-parse", "main"));
        assertTrue(ok("push").out().contains("has all of it already"));
        assertTrue(ok("remote show --output json").out().contains(git(bare, "rev-parse", "main")));
    }

    @Test
    void who_sends_what_no_other_machine_takes_is_told_of_it() throws IOException {
        Files.createSymbolicLink(repo.resolve("out"), Path.of("/etc"));
        git(repo, "add", "-A");
        git(repo, "commit", "-q", "-m", "A link");
        var run = ok("push --output json");
        assertTrue(run.err().contains("out is a link that leads out of the repository; take it out"), run::err);
        assertTrue(run.out().contains("\"out is a link that leads out of the repository\""), run::out);
    }

    @Test
    void what_others_wrote_comes_in_below_the_own_commits() throws IOException {
        theyWrite("README.md", "of theirs\n");
        wish("one\n");
        commit("Own change");
        var refused = twin("push");
        assertEquals(1, refused.exit(), refused::toString);
        assertTrue(refused.err().contains("twin pull"), refused::err);

        assertTrue(ok("pull").out().contains("Their change of README.md"));

        assertEquals("Own change", git(repo, "log", "-1", "--format=%s"));
        assertEquals("Their change of README.md", git(repo, "log", "-1", "--format=%s", "HEAD~1"));
        assertEquals("", git(repo, "status", "--porcelain"));
        ok("push");
    }

    @Test
    void a_pull_amid_a_merge_lets_nothing_pass_for_its_owners_own() throws IOException {
        Files.writeString(motd, "of the machine\n");
        wish("one\n");
        commit("Own change");
        theyWish("ensure: absent");
        assertEquals(1, twin("pull").exit());
        assertThrows(AssertionError.class, () -> git(repo, "merge", "-q", "origin/main"), "both changed it");
        Files.copy(
                other.resolve("state/files.yaml"),
                repo.resolve("state/files.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        git(repo, "add", "-A");

        var amid = twin("pull");
        assertEquals(1, amid.exit(), amid::toString);
        assertTrue(amid.err().contains("is not finished"), amid::err);
        git(repo, "commit", "-q", "-m", "Merged");

        var plan = twin("plan");
        assertEquals(2, plan.exit(), plan::toString);
        assertTrue(plan.out().contains("held back by your policy"), plan::out);
    }

    @Test
    void a_secret_in_what_the_clock_pulled_is_masked_in_what_it_tells() throws IOException {
        theyWrite("README.md", "of theirs\n");
        git(other, "commit", "-q", "--allow-empty", "-m", "Use token=ghp_" + "0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX");
        git(other, "push", "-q", "origin", "HEAD:main");
        var run = ok("schedule run --pull --output json");
        assertTrue(run.out().contains("Use token="), run::out);
        assertFalse(run.out().contains("0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX"), run::out);
    }

    @Test
    void the_clock_sends_what_was_committed_and_tells_why_it_does_not() throws IOException {
        wish("one\n");
        commit("Own change");
        var sent = ok("schedule run --push --output json");
        assertTrue(sent.out().contains("\"faults\": []"), sent::out);
        assertEquals(git(repo, "rev-parse", "HEAD"), git(bare, "rev-parse", "main"));

        wish("two\n");
        commit("Another");
        git(other, "pull", "-q", "--rebase");
        theyWrite("README.md", "of theirs\n");
        var refused = twin("schedule run --push --output json");
        assertEquals(1, refused.exit(), refused::toString);
        assertTrue(
                refused.out().contains("\"nothing was pushed: " + bare + " has commits that are not here"),
                refused::out);
        ok("schedule run --pull --push --output json");
        assertEquals(git(repo, "rev-parse", "HEAD"), git(bare, "rev-parse", "main"));
    }

    @Test
    void the_clock_pulls_and_goes_by_what_that_brought() throws IOException {
        theyWrite("filesystem/motd", "of theirs\n");
        theyWish("twin_path: filesystem/motd");
        var run = ok("schedule run --pull --output json");
        assertTrue(run.out().contains("Their change of state/files.yaml"), run::out);
        assertTrue(run.out().contains("\"files.mirror/write/" + motd + "\""), run::out);
        assertFalse(run.out().contains("Nothing was changed on the machine"), run::out);
        assertFalse(ok("schedule run --pull --output json").out().contains("Their change"), "it came once");
    }

    @Test
    void what_keeps_the_clock_from_pulling_is_told_and_it_looks_all_the_same() throws IOException {
        wish("one\n");
        commit("Own change");
        Files.move(bare, bare.resolveSibling("gone"));
        var run = twin("schedule run --pull --output json");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.out().contains("\"nothing was pulled: "), run::out);
        assertTrue(run.out().contains("\"files.mirror/write/" + motd + "\""), run::out);
        Files.move(bare.resolveSibling("gone"), bare);

        theyWrite("filesystem/motd", "of theirs\n");
        var conflict = twin("schedule run --pull --output json");
        assertEquals(1, conflict.exit(), conflict::toString);
        assertTrue(conflict.out().contains("changed filesystem/motd. Nothing was changed"), conflict::out);
        assertEquals("one\n", Files.readString(repo.resolve("filesystem/motd")));
    }

    @Test
    void the_clock_tells_what_it_pulled_also_where_it_can_do_nothing_with_it() throws IOException {
        theyWrite("config.yaml", "broken: [\n");
        var run = twin("schedule run --pull --output json");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.out().contains("Their change of config.yaml"), run::out);
        assertTrue(run.out().contains("config.yaml:2:1 is not YAML"), run::out);

        theyWrite("config.yaml", Files.readString(repo.resolve("config.yaml")).replace("broken: [\n", ""));
        assertTrue(ok("schedule run --pull --output json").out().contains("Their change of config.yaml"));
    }

    @Test
    void what_is_to_be_run_next_is_about_the_remote_that_was_named() throws IOException {
        var there = " --repo " + repo + " --remote backup";
        var backup = folder().resolve(repo.getFileName() + "-backup.git");
        git(folder(), "init", "-q", "--bare", "-b", "main", backup.toString());
        assertTrue(ok("remote add backup " + backup).out().contains("Next: twin push" + there + "\n"));
        var nothing = twin("pull --remote backup");
        assertEquals(1, nothing.exit(), nothing::toString);
        assertTrue(nothing.err().contains("yet; run: twin push" + there + "\n"), nothing::err);
        git(other, "remote", "add", "backup", backup.toString());
        git(other, "push", "-q", "backup", "HEAD:main");
        wish("one\n");
        commit("Own change");
        assertTrue(ok("pull --remote backup").out().contains("; run: twin push" + there + "\n"));

        theyWish("ensure: absent");
        git(other, "push", "-q", "backup", "HEAD:main");
        for (String format : new String[] {"text", "json"}) {
            var refused = twin("push --remote backup --output " + format);
            assertEquals(1, refused.exit(), refused::toString);
            var said = format.equals("json") ? refused.out() : refused.err();
            assertTrue(said.contains("that are not here; run: twin pull" + there), refused::toString);
        }
        var conflict = twin("pull --remote backup");
        assertEquals(1, conflict.exit(), conflict::toString);
        assertTrue(conflict.err().contains("rebase --continue, then twin pull" + there + "\n"), conflict::err);
    }

    @Test
    void the_same_lines_changed_by_both_stop_it_and_change_nothing() throws IOException {
        theyWish("ensure: absent");
        wish("one\n");
        commit("Own change");
        var before = git(repo, "rev-parse", "HEAD");
        var run = twin("pull");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("state/files.yaml"), run::err);
        assertEquals(before, git(repo, "rev-parse", "HEAD"));
        assertEquals("", git(repo, "status", "--porcelain"));
    }

    @Test
    void what_is_said_to_bring_them_together_works_beside_edits_that_were_not_committed() throws IOException {
        theyWish("ensure: absent");
        wish("one\n");
        commit("Own change");
        var rules = Files.writeString(repo.resolve("AGENTS.md"), "edited, as twin does with logs/current/index.yaml\n");
        var said = Pattern.compile("To bring them together: git -C \\S+ (rebase [^,]+),")
                .matcher(twin("pull").err());
        assertTrue(said.find());

        git(repo, (said.group(1) + " -X theirs").split(" "));

        assertEquals("edited, as twin does with logs/current/index.yaml\n", Files.readString(rules));
        assertEquals("Own change", git(repo, "log", "-1", "--format=%s"));
        assertEquals(0, twin("pull").exit());
    }

    @Test
    void a_secret_in_an_old_commit_is_not_sent() throws IOException {
        Files.writeString(repo.resolve("state/notes.txt"), "password: hunter2-hunter2\n");
        everybodyMayCommit("Oops");
        Files.delete(repo.resolve("state/notes.txt"));
        everybodyMayCommit("Take it out");
        var there = git(bare, "rev-parse", "main");
        var run = twin("push");
        assertEquals(8, run.exit(), run::toString);
        assertTrue(run.err().contains("state/notes.txt"), run::err);
        assertFalse(run.toString().contains("hunter2-hunter2"), run::toString);
        assertEquals(there, git(bare, "rev-parse", "main"));
    }

    private void everybodyMayCommit(String message) throws IOException {
        new GitTwinRepo(repo, folder(), (_, _) -> List.of()).commit(message, Set.of("state"));
    }

    @Test
    void a_removal_that_was_pulled_waits_for_its_approval() throws IOException {
        Files.writeString(motd, "here\n");
        theyWish("ensure: absent");
        ok("pull");
        var held = twin("plan");
        assertEquals(2, held.exit(), held::toString);
        var named = APPROVAL.matcher(held.out());
        assertTrue(named.find(), held::out);
        assertEquals(2, twin("apply --yes").exit());
        assertTrue(Files.exists(motd));

        assertEquals(1, twin("approve 0123456789abcdef").exit());
        assertEquals(2, twin("approve").exit());
        ok("approve " + named.group(1));

        assertEquals(2, twin("plan").exit());
        ok("apply --yes --no-sudo");
        assertFalse(Files.exists(motd));
        assertEquals(0, twin("approve").exit());
    }

    @Test
    void a_removal_waits_also_where_its_owner_finished_the_pull_by_git_after_a_conflict() throws IOException {
        Files.writeString(motd, "here\n");
        theyWish("ensure: absent");
        wish("one\n");
        commit("Own change");
        assertEquals(1, twin("pull").exit());
        git(repo, "rebase", "-q", "-X", "ours", "origin/main");
        assertEquals(0, twin("pull").exit());
        var held = twin("plan");
        assertTrue(APPROVAL.matcher(held.out()).find(), held::out);
    }

    @Test
    void a_removal_waits_also_where_its_plugin_was_off_when_it_was_pulled() throws IOException {
        var config = Files.readString(repo.resolve("config.yaml"));
        Files.writeString(motd, "here\n");
        theyWish("ensure: absent");
        theyWrite("config.yaml", config.replace("plugins: [", "plugins: [files.mirror, "));
        ok("pull");
        assertEquals(0, twin("plan").exit());

        Files.writeString(repo.resolve("config.yaml"), config);
        var held = twin("plan");
        assertTrue(APPROVAL.matcher(held.out()).find(), held::out);
        assertEquals(2, twin("apply --yes").exit());
        assertTrue(Files.exists(motd));
    }

    @Test
    void a_configuration_that_was_pulled_and_cannot_be_read_is_told_and_mended_by_a_pull() throws IOException {
        var good = Files.readString(repo.resolve("config.yaml"));
        theyWrite("config.yaml", "disabled_plugins: [\n");
        var pulled = twin("pull");
        assertEquals(0, pulled.exit(), pulled::toString);
        assertTrue(pulled.err().contains("config.yaml"), pulled::err);
        assertTrue(pulled.out().contains("Pulled 1 commit"), pulled::out);
        assertTrue(pulled.out().contains("cannot be read"), pulled::out);

        theyWrite("plugins/odd/plugin.yaml", "name: [\n");
        theyWrite("config.yaml", good);
        assertTrue(twin("pull").out().contains("Pulled 2 commits"));
        assertEquals(1, twin("plan").exit());

        git(other, "rm", "-rq", "plugins/odd");
        theyWish("ensure: absent");
        Files.writeString(motd, "here\n");
        assertTrue(ok("pull").out().contains("Pulled 1 commit"));
        var held = twin("plan");
        assertTrue(APPROVAL.matcher(held.out()).find(), held::out);
    }

    @Test
    void an_address_with_a_password_is_refused_and_not_repeated() {
        var run = twin("remote add second https://alice:hunter2@git.example/x");
        assertEquals(64, run.exit(), run::toString);
        assertFalse(run.toString().contains("hunter2"), run::toString);
    }
}
