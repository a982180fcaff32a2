package dev.twinsync.git.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitFixture;
import dev.twinsync.port.BranchName;
import dev.twinsync.port.GitProgram;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteName;
import dev.twinsync.port.SharedHistory.Joined;
import dev.twinsync.port.SharedHistory.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this machine has and what another one made of it, brought together. */
class GitSharedHistoryTest extends GitFixture {

    private static final String MESSAGE = "keep";

    private GitSharedHistory history;
    private GitProgram theirs;

    @BeforeEach
    void two_who_have_the_same() throws IOException {
        history = new GitSharedHistory(root, home, gate);
        store("state/packages.yaml", "packages:\n  - name: htop\n  - name: jq\n  - name: mc\n");
        store("live/packages.yaml", "old\n");
        commit("config.yaml", "state", "live");
        theirs = GitProgram.cloned(root, folder.resolve("theirs"));
    }

    /** As a fetch does it. */
    private String fetched() throws IOException {
        git("fetch", "--quiet", theirs.folder().toString(), "HEAD");
        return theirs.run("rev-parse", "HEAD");
    }

    private Joined.Done joined() throws IOException {
        var theirHead = fetched();
        assertEquals(List.of(), history.incoming(theirHead).objections());
        return assertInstanceOf(Joined.Done.class, history.join(theirHead, MESSAGE));
    }

    private String content(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private void assertClean() throws IOException {
        assertSound();
        assertEquals("", git("status", "--porcelain"));
        assertFalse(Files.exists(root.resolve(".git/index.lock")));
        assertFalse(Files.exists(root.resolve(".git/twin-join")));
    }

    @Test
    void what_they_added_comes_in() throws IOException {
        theirs.commit("state/cron.yaml", "entries: []\n");
        theirs.run("rm", "--quiet", "state/packages.yaml");
        theirs.run("commit", "--quiet", "-m", "gone");
        var incoming = history.incoming(fetched());
        assertEquals(Relation.BEHIND, incoming.relation());
        assertEquals(List.of("state/cron.yaml", "state/packages.yaml"), incoming.paths());
        assertEquals(2, incoming.commits().size());
        assertEquals("gone", incoming.commits().getFirst().title());
        var done = joined();
        assertEquals(0, done.rebased());
        assertEquals(theirs.run("rev-parse", "HEAD"), done.after());
        assertEquals("entries: []\n", content("state/cron.yaml"));
        assertFalse(Files.exists(root.resolve("state/packages.yaml")));
        assertClean();
    }

    @Test
    void own_commits_go_on_top_and_keep_who_made_them_and_when() throws IOException {
        store("live/packages.yaml", "new\n");
        commit("live");
        var author = git("log", "-1", "--format=%an %ae %at %s").strip();
        theirs.commit("state/cron.yaml", "entries: []\n");
        var done = joined();
        assertEquals(1, done.rebased());
        assertEquals("new\n", content("live/packages.yaml"));
        assertEquals("entries: []\n", content("state/cron.yaml"));
        assertEquals(author, git("log", "-1", "--format=%an %ae %at %s").strip());
        assertEquals(theirs.run("rev-parse", "HEAD"), git("rev-parse", "HEAD~1").strip());
        assertClean();
    }

    /** A Raspberry Pi that has not heard from the network since it was started commits in another year. */
    @Test
    void own_commits_alone_go_on_top_of_those_of_a_clock_that_was_behind() throws IOException {
        store("live/packages.yaml", "new\n");
        commit("live");
        for (int number = 0; number < 12; number++) {
            theirs.commit("state/cron.yaml", "entries: []\n# " + number + "\n");
            theirs.run("reset", "--quiet", "--hard", in2019("HEAD"));
        }
        var incoming = history.incoming(fetched());
        assertEquals(Relation.DIVERGED, incoming.relation());
        assertEquals(1, incoming.own());
        assertEquals(12, incoming.commits().size());
        assertEquals(1, joined().rebased());
        assertEquals("entries: []\n# 11\n", content("state/cron.yaml"));
        assertClean();
    }

    /** The same commit, by another clock. */
    private String in2019(String commit) throws IOException {
        var text = theirs.run("cat-file", "commit", commit).replaceAll("> [0-9]+ ", "> 1550000000 ");
        return theirs.reading(text + "\n", "hash-object", "-t", "commit", "-w", "--stdin");
    }

    @Test
    void different_lines_of_one_document_come_together() throws IOException {
        put("state/packages.yaml", "packages:\n  - name: htop\n  - name: jq\n  - name: mc\n  - name: own\n");
        commit("state");
        theirs.commit("state/packages.yaml", "packages: # theirs\n  - name: htop\n  - name: jq\n  - name: mc\n");
        joined();
        assertEquals(
                "packages: # theirs\n  - name: htop\n  - name: jq\n  - name: mc\n  - name: own\n",
                content("state/packages.yaml"));
        assertClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state/packages.yaml", "filesystem/etc/motd", "config.yaml", "README.md"})
    void where_both_changed_the_same_nobody_decides(String path) throws IOException {
        put(path, "ours\n");
        commit(path);
        var before = git("rev-parse", "HEAD");
        theirs.commit(path, "theirs\n");
        var conflict = assertInstanceOf(Joined.Conflict.class, history.join(fetched(), MESSAGE));
        assertEquals(List.of(path), conflict.paths());
        assertEquals(before, git("rev-parse", "HEAD"));
        assertEquals("ours\n", content(path));
        assertClean();
    }

    @Test
    void what_the_machine_writes_stays_its_own_whoever_changed_it() throws IOException {
        theirs.commit("live/packages.yaml", "a lie\n");
        theirs.commit("plan/history/2026.yaml", "never happened\n");
        theirs.commit("state/cron.yaml", "entries: []\n");
        put("live/packages.yaml", "not committed yet\n");
        var done = joined();
        assertEquals(List.of("live/packages.yaml", "plan/history/2026.yaml"), done.kept());
        assertEquals("not committed yet\n", content("live/packages.yaml"));
        assertFalse(Files.exists(root.resolve("plan/history/2026.yaml")));
        assertEquals(MESSAGE, git("log", "-1", "--format=%s").strip());
        assertEquals("old\n", git("show", "HEAD:live/packages.yaml"));
        git("checkout", "--quiet", "--", "live");
        assertClean();
    }

    @Test
    void both_changed_what_the_machine_writes_and_it_goes_on() throws IOException {
        store("live/packages.yaml", "mine\n");
        commit("live");
        theirs.commit("live/packages.yaml", "theirs\n");
        joined();
        assertEquals("mine\n", content("live/packages.yaml"));
        assertClean();
    }

    @Test
    void edits_that_were_never_committed_are_not_lost() throws IOException {
        put("state/packages.yaml", "edited\n");
        put("state/new.yaml", "mine\n");
        theirs.commit("state/packages.yaml", "theirs\n");
        theirs.commit("state/new.yaml", "theirs\n");
        var head = git("rev-parse", "HEAD");
        var refused = assertInstanceOf(Joined.Uncommitted.class, history.join(fetched(), MESSAGE));
        assertEquals(List.of("state/new.yaml", "state/packages.yaml"), refused.paths());
        assertEquals("edited\n", content("state/packages.yaml"));
        assertEquals("mine\n", content("state/new.yaml"));
        assertEquals(head, git("rev-parse", "HEAD"));
    }

    @Test
    void edits_elsewhere_stay_and_what_was_staged_stays_staged() throws IOException {
        put("state/services.yaml", "services: []\n");
        git("add", "state/services.yaml");
        theirs.commit("state/cron.yaml", "entries: []\n");
        joined();
        assertEquals("A  state/services.yaml", git("status", "--porcelain").strip());
    }

    @Test
    void a_link_in_the_way_is_not_followed() throws IOException {
        var outside = Files.createDirectory(folder.resolve("outside"));
        theirs.commit("filesystem/etc/motd", "hello\n");
        Files.createSymbolicLink(root.resolve("filesystem"), outside);
        assertSays(refusal(() -> history.join(fetched(), MESSAGE)), "filesystem is not a folder but a symbolic link");
        try (var files = Files.list(outside)) {
            assertEquals(0, files.count());
        }
        Files.delete(root.resolve("filesystem"));
        assertClean();
    }

    private String objectionTo(Path link) throws IOException {
        theirs.run("add", "--force", ".");
        theirs.run("commit", "--quiet", "-m", "link " + link);
        return String.join("; ", history.incoming(fetched()).objections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../outside", "../.git/config", "x/../../..", "./../../x", "a/.GIT/b"})
    void a_link_that_leads_out_is_refused(String target) throws IOException {
        Files.createDirectories(theirs.folder().resolve("docs"));
        Files.createSymbolicLink(theirs.folder().resolve("docs/link"), Path.of(target));
        assertSays(objectionTo(Path.of(target)), "docs/link is a link that leads out of the repository");
    }

    @Test
    void a_link_within_and_a_program_come_as_they_are() throws IOException {
        theirs.commit("AGENTS.md", "read me\n");
        Files.createSymbolicLink(theirs.folder().resolve("CLAUDE.md"), Path.of("AGENTS.md"));
        Files.writeString(theirs.folder().resolve("check"), "#!/bin/sh\n");
        assertTrue(theirs.folder().resolve("check").toFile().setExecutable(true));
        assertEquals("", objectionTo(Path.of("AGENTS.md")));
        joined();
        assertEquals(Path.of("AGENTS.md"), Files.readSymbolicLink(root.resolve("CLAUDE.md")));
        assertTrue(Files.isExecutable(root.resolve("check")));
        assertClean();
    }

    @Test
    void another_repository_inside_is_refused() throws IOException {
        var inner = GitProgram.init(theirs.folder().resolve("filesystem/inner"));
        inner.commit("x", "y\n");
        assertSays(objectionTo(Path.of("inner")), "filesystem/inner is another repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state/a\tb.yaml", "state/\u001b[2J", "state/x\ny"})
    void a_name_that_steers_a_terminal_is_refused(String path) throws IOException {
        theirs.commit(path, "x\n");
        assertSays(String.join("; ", history.incoming(fetched()).objections()), "is not a path within the repository");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws IOException {
        Files.write(theirs.folder().resolve("large"), new byte[(64 << 20) + 1]);
        assertSays(objectionTo(Path.of("large")), "large has 64 MiB");
    }

    @Test
    void what_another_machine_will_refuse_is_known_before_it_is_sent() throws IOException {
        var there = Optional.of(theirs.run("rev-parse", "HEAD"));
        assertEquals(List.of(), history.objectionsElsewhere(there));
        Files.write(root.resolve("large"), new byte[(64 << 20) + 1]);
        commit("large");
        assertSays(String.join("; ", history.objectionsElsewhere(there)), "large has 64 MiB");
        assertSays(String.join("; ", history.objectionsElsewhere(Optional.empty())), "large has 64 MiB");
        assertEquals(
                List.of(),
                history.objectionsElsewhere(Optional.of(git("rev-parse", "HEAD").strip())));
    }

    @Test
    void what_is_no_twin_repository_any_more_is_refused() throws IOException {
        theirs.run("rm", "--quiet", "config.yaml");
        assertSays(objectionTo(Path.of("none")), "no twin repository");
    }

    @Test
    void a_file_that_becomes_a_folder_is_refused() throws IOException {
        theirs.run("rm", "--quiet", "state/packages.yaml");
        theirs.commit("state/packages.yaml/x", "y\n");
        assertSays(String.join("; ", history.incoming(fetched()).objections()), "a file on one side and a folder");
    }

    @Test
    void what_has_nothing_in_common_is_told_apart() throws IOException {
        var stranger = GitProgram.init(folder.resolve("stranger"));
        stranger.commit("config.yaml", "x: y\n");
        theirs = stranger;
        assertEquals(Relation.UNRELATED, history.incoming(fetched()).relation());
    }

    @Test
    void who_has_more_is_told() throws IOException {
        assertEquals(Relation.SAME, history.incoming(fetched()).relation());
        store("live/packages.yaml", "new\n");
        commit("live");
        var incoming = history.incoming(theirs.run("rev-parse", "HEAD"));
        assertEquals(Relation.AHEAD, incoming.relation());
        assertEquals(1, incoming.own());
    }

    @Test
    void no_hook_and_no_filter_runs() throws IOException {
        var mark = folder.resolve("mark");
        for (String hook :
                List.of("post-checkout", "post-merge", "post-rewrite", "reference-transaction", "post-commit")) {
            var file = root.resolve(".git/hooks").resolve(hook);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\ntouch " + mark + "\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        put(".git/info/attributes", "* filter=evil\n");
        git("config", "filter.evil.smudge", "touch " + mark);
        git("config", "filter.evil.clean", "touch " + mark);
        theirs.commit(".gitattributes", "* text eol=crlf filter=evil\n");
        theirs.commit("state/cron.yaml", "entries: []\n");
        var head = fetched();
        Files.deleteIfExists(mark);
        assertInstanceOf(Joined.Done.class, history.join(head, MESSAGE));
        assertFalse(Files.exists(mark));
        assertEquals("entries: []\n", content("state/cron.yaml"));
    }

    /** Every moment at which a kill may come, from the first mark on disk to the last. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void cut_off_at_any_moment_it_is_finished(int moment) throws IOException {
        theirs.commit("state/a.yaml", "a\n");
        theirs.commit("state/b.yaml", "b\n");
        theirs.run("rm", "--quiet", "state/packages.yaml");
        theirs.run("commit", "--quiet", "-m", "gone");
        var way =
                new JoinNote.Way(ObjectId.fromString(git("rev-parse", "HEAD").strip()), ObjectId.fromString(fetched()));
        cutOff(moment, way);
        assertTrue(history.finish());
        assertEquals(way.after().name(), git("rev-parse", "HEAD").strip());
        assertEquals("b\n", content("state/b.yaml"));
        assertFalse(Files.exists(root.resolve("state/packages.yaml")));
        assertClean();
        assertFalse(history.finish());
    }

    private void cutOff(int moment, JoinNote.Way way) throws IOException {
        try (var _ = JoinNote.write(root.resolve(".git"), way)) {
            if (moment == 1) {
                Files.delete(root.resolve(".git/index.lock"));
            }
            if (moment >= 2) {
                put("state/.twin-write-123", "half of it");
                put("state/a.yaml", "a\n");
            }
            if (moment >= 3) {
                put("state/b.yaml", "b\n");
                Files.delete(root.resolve("state/packages.yaml"));
            }
            if (moment >= 4) {
                Files.writeString(root.resolve(".git/twin-index"), "half of it");
                Files.writeString(root.resolve(".git/twin-index.lock"), "half of it");
            }
            if (moment == 5) {
                Files.writeString(
                        root.resolve(".git/refs/heads/main.lock"), way.after().name() + "\n");
            }
            if (moment == 6) {
                Files.writeString(
                        root.resolve(".git/refs/heads/main"), way.after().name() + "\n");
            }
        }
    }

    @Test
    void a_mark_that_was_cut_off_itself_changes_nothing() throws IOException {
        put(".git/twin-join", "0123");
        var head = git("rev-parse", "HEAD");
        assertTrue(history.finish());
        assertEquals(head, git("rev-parse", "HEAD"));
        assertClean();
    }

    @Test
    void a_mark_that_is_a_link_is_not_followed() throws IOException {
        Files.createSymbolicLink(root.resolve(".git/twin-join"), put("victim", "x\n"));
        refusal(() -> history.finish());
        assertTrue(Files.exists(root.resolve(".git/twin-join"), LinkOption.NOFOLLOW_LINKS));
        assertEquals("x\n", content("victim"));
    }

    @Test
    void while_git_is_at_work_nothing_is_touched() throws IOException {
        theirs.commit("state/cron.yaml", "entries: []\n");
        put(".git/index.lock", "");
        assertSays(refusal(() -> history.join(fetched(), MESSAGE)), "another Git command is at work");
        assertFalse(Files.exists(root.resolve("state/cron.yaml")));
        Files.delete(root.resolve(".git/index.lock"));
        assertClean();
    }

    @Test
    void a_lock_that_git_left_for_what_a_remote_has_is_named() throws IOException {
        var head = git("rev-parse", "HEAD").strip();
        put(".git/refs/remotes/origin/main.lock", "");
        assertSays(
                refusal(() -> history.note(RemoteName.USUAL, history.branch(), head)),
                "delete " + root.resolve(".git/refs/remotes/origin/main.lock"));
    }

    @Test
    void secrets_of_all_that_would_be_sent_are_found() throws IOException {
        var sent = git("rev-parse", "HEAD").strip();
        put("state/x.yaml", "x: planted-secret\n");
        git("add", "state/x.yaml");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "--quiet", "-m", "by hand");
        var commit = git("rev-parse", "HEAD").strip();
        put("state/x.yaml", "clean: true\n");
        repo.commit("clean", Set.of("state"));
        var leaks = history.leaks(Optional.of(sent));
        assertEquals(1, leaks.size(), leaks::toString);
        assertEquals(commit, leaks.getFirst().commit());
        assertEquals("state/x.yaml", leaks.getFirst().leak().file());
        assertEquals(
                List.of(), history.leaks(Optional.of(git("rev-parse", "HEAD").strip())));
        assertEquals(1, history.leaks(Optional.empty()).size());
    }

    @Test
    void a_secret_in_the_name_of_a_file_is_found_once() throws IOException {
        var sent = git("rev-parse", "HEAD").strip();
        put("notes/planted-secret", "nothing\n");
        git("add", "notes");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "--quiet", "-m", "by hand");
        put("notes/planted-secret", "else\n");
        git("add", "notes");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "--quiet", "-m", "again");
        var leaks = history.leaks(Optional.of(sent));
        assertEquals(
                List.of("(name of a file)"),
                leaks.stream().map(found -> found.leak().file()).toList());
    }

    @Test
    void in_the_middle_of_a_rebase_the_way_out_is_not_another_branch() throws IOException {
        git("checkout", "--quiet", "--detach");
        assertSays(refusal(history::branch), "switch main");
        Files.createDirectory(root.resolve(".git/rebase-merge"));
        put(".git/rebase-merge/interactive", "");
        assertSays(refusal(history::branch), "finish or abort it with git first");
    }

    @Test
    void remotes_are_known_to_git_as_well() throws IOException {
        assertTrue(history.remotes().isEmpty());
        var address = new RemoteAddress("git@git.example:alice/device.git");
        assertTrue(history.add(RemoteName.USUAL, address));
        assertFalse(history.add(RemoteName.USUAL, address));
        assertEquals(address, history.remotes().get("origin"));
        assertEquals(address.text(), git("remote", "get-url", "origin").strip());
        assertEquals(new BranchName("main"), history.branch());
        assertEquals(Optional.empty(), history.known(RemoteName.USUAL, history.branch()));
        var head = git("rev-parse", "HEAD").strip();
        history.note(RemoteName.USUAL, history.branch(), head);
        assertEquals(Optional.of(head), history.known(RemoteName.USUAL, history.branch()));
        assertEquals(head, git("rev-parse", "origin/main").strip());
    }

    @Test
    void an_address_with_a_token_in_the_settings_is_named_and_not_repeated() throws IOException {
        git("remote", "add", "origin", "https://ghp_0123@github.com/a/b");
        var message = refusal(() -> history.remotes());
        assertSays(message, "the remote origin in .git/config", "git remote set-url origin");
        assertFalse(message.contains("ghp_0123"), message);
    }
}
