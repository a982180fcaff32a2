package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the real git says of the commits that twin makes. */
class GitCommitTest extends GitFixture {

    @Test
    void git_finds_the_repository_sound_and_clean() throws IOException {
        store("state/a", "a");
        store("filesystem/etc/größe", "b\r\n");
        var id = commit("state", "filesystem", "config.yaml");
        assertSound();
        assertEquals("", git("status", "--porcelain"));
        assertEquals("## main\n", git("status", "--porcelain", "--branch"));
        assertEquals(id.substring(0, 7) + " change", git("log", "--oneline").substring(0, 14));
        store("state/a", "A");
        repo.delete("filesystem/etc/größe");
        commit("state", "filesystem");
        assertSound();
        assertEquals("", git("status", "--porcelain"));
        assertEquals("config.yaml\nstate/a\n", git("ls-files"));
        assertEquals("2\n", git("rev-list", "--count", "HEAD"));
    }

    @Test
    void what_else_is_staged_or_changed_is_left_alone() throws IOException {
        store("state/a", "a");
        put("notes", "1");
        put("other", "1");
        commit("state", "notes", "other", "config.yaml");
        put("notes", "2");
        git("add", "notes");
        put("other", "2");
        put("new", "1");
        git("add", "new");
        store("state/a", "b");
        commit("state");
        assertEquals("A  new\nM  notes\n M other\n", git("status", "--porcelain"));
        assertEquals("state/a\n", git("show", "--format=", "--name-only", "HEAD"));
        assertSound();
    }

    @Test
    void what_is_staged_below_the_paths_is_committed_as_it_is_on_disk() throws IOException {
        put("state/a", "staged");
        git("add", "state/a");
        put("state/a", "on disk");
        commit("state");
        assertEquals("on disk", git("cat-file", "blob", "HEAD:state/a"));
        assertEquals("", git("status", "--porcelain", "state"));
    }

    @Test
    void the_executable_bit_is_kept() throws IOException {
        putExecutable("filesystem/run", "#!/bin/sh\n");
        store("filesystem/read", "x");
        commit("filesystem");
        assertEquals(
                "100644 filesystem/read\n100755 filesystem/run\n",
                git("ls-tree", "-r", "--format=%(objectmode) %(path)", "HEAD"));
        Files.setPosixFilePermissions(root.resolve("filesystem/run"), PosixFilePermissions.fromString("rw-------"));
        commit("filesystem");
        assertEquals("", git("status", "--porcelain", "filesystem"));
    }

    @Test
    void a_change_of_same_size_and_time_is_not_missed() throws IOException {
        store("state/a", "1");
        commit("state");
        var time = Files.getLastModifiedTime(root.resolve("state/a"));
        put("state/a", "2");
        Files.setLastModifiedTime(root.resolve("state/a"), time);
        commit("state");
        assertEquals("2", git("cat-file", "blob", "HEAD:state/a"));
    }

    @Test
    void what_is_ignored_is_not_added_but_what_is_tracked_is_kept_up_to_date() throws IOException {
        store("logs/index", "1");
        store("logs/raw/x", "1");
        commit("logs");
        put(".gitignore", "raw/\n*.tmp\n!keep.tmp\n");
        put(".git/info/exclude", "excluded\n");
        put("logs/.gitignore", "nested\n");
        store("logs/raw/x", "2");
        store("logs/raw/y", "2");
        store("logs/a.tmp", "2");
        store("logs/keep.tmp", "2");
        store("logs/excluded", "2");
        store("logs/nested", "2");
        commit("logs");
        assertEquals("logs/.gitignore\nlogs/index\nlogs/keep.tmp\nlogs/raw/x\n", git("ls-files"));
        assertEquals("2", git("cat-file", "blob", "HEAD:logs/raw/x"));
    }

    @Test
    void an_ignore_file_of_the_machine_rules_nothing() throws IOException {
        store("filesystem/etc/.gitignore", "*\n");
        store("filesystem/etc/hosts", "1");
        commit("filesystem");
        assertEquals("filesystem/etc/.gitignore\nfilesystem/etc/hosts\n", git("ls-files"));
        assertEquals("", git("status", "--porcelain", "filesystem"));
    }

    @Test
    void another_branch_a_detached_head_and_packed_branches_work() throws IOException {
        store("state/a", "1");
        var first = commit("state");
        git("switch", "-q", "-c", "work");
        store("state/a", "2");
        var second = commit("state");
        assertEquals(second, git("rev-parse", "work").strip());
        assertEquals(first, git("rev-parse", "main").strip());
        git("pack-refs", "--all");
        assertEquals(Optional.of(second), repo.head());
        git("switch", "-q", "--detach");
        store("state/a", "3");
        var third = commit("state");
        assertEquals(Optional.of(third), repo.head());
        assertEquals(third, git("rev-parse", "HEAD").strip());
        assertEquals(second, git("rev-parse", "work").strip());
        git("switch", "-q", "--orphan", "fresh");
        assertEquals(Optional.empty(), repo.head());
        store("state/a", "4");
        commit("state");
        assertEquals("1\n", git("rev-list", "--count", "fresh"));
        assertSound();
    }

    @Test
    void an_index_that_was_deleted_leaves_nothing_staged_to_be_deleted() throws IOException {
        put("README", "mine");
        git("add", "README");
        git("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "-m", "mine");
        store("state/a", "1");
        commit("state");
        Files.delete(root.resolve(".git/index"));
        store("state/a", "2");
        commit("state");
        assertEquals("", git("status", "--porcelain", "--untracked-files=no"));
        assertEquals("README\nstate/a\n", git("ls-files"));
        assertSound();
    }

    @Test
    void a_git_that_is_at_work_for_a_moment_is_waited_for_and_what_it_commits_is_built_upon() throws Exception {
        store("state/a", "1");
        commit("state");
        store("state/a", "2");
        put("other", "x\n");
        git("add", "other");
        var theirs = git(
                        "-c",
                        "user.name=T",
                        "-c",
                        "user.email=t@localhost",
                        "commit-tree",
                        git("write-tree").strip(),
                        "-p",
                        "HEAD",
                        "-m",
                        "theirs")
                .strip();
        var lock = put(".git/index.lock", "");
        var git = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(300);
                git("update-ref", "refs/heads/main", theirs);
                Files.delete(lock);
            } catch (IOException | InterruptedException broken) {
                throw new AssertionError(broken);
            }
        });
        commit("state");
        git.join();
        assertEquals(theirs, git("rev-parse", "HEAD^").strip());
        assertEquals("2", git("show", "HEAD:state/a"));
        assertEquals("x\n", git("show", "HEAD:other"));
        assertSound();
    }

    @Test
    void a_lock_of_another_git_is_named_and_nothing_is_changed() throws IOException {
        store("state/a", "1");
        put(".git/index.lock", "");
        assertSays(refusal(() -> commit("state")), "another Git command", root + "/.git/index.lock");
        assertEquals(Optional.empty(), repo.head());
        Files.delete(root.resolve(".git/index.lock"));
        put(".git/refs/heads/main.lock", "");
        assertSays(
                refusal(() -> commit("state")),
                "the branch could not be moved",
                "delete " + root + "/.git/refs/heads/main.lock");
        assertTrue(Files.notExists(root.resolve(".git/index.lock")), "the lock must not stay behind");
        Files.delete(root.resolve(".git/refs/heads/main.lock"));
        commit("state");
        assertSound();
    }

    @Test
    void nothing_is_committed_in_the_middle_of_a_merge() throws IOException {
        store("state/a", "1");
        put(".git/MERGE_HEAD", commit("state") + "\n");
        store("state/a", "2");
        assertSays(refusal(() -> commit("state")), "not finished", "with git first");
    }

    @Test
    void who_commits_is_who_is_configured_and_otherwise_twin() throws IOException {
        store("state/a", "1");
        commit("state");
        var host = Files.readString(java.nio.file.Path.of("/proc/sys/kernel/hostname"))
                .strip();
        assertEquals("twin <twin@" + host + ".invalid>\n", git("log", "-1", "--format=%an <%ae>"));
        git("config", "user.name", "Ada");
        store("state/a", "2");
        commit("state");
        assertEquals("twin\n", git("log", "-1", "--format=%an"));
        git("config", "user.email", "ada@example.org");
        store("state/a", "3");
        commit("state");
        assertEquals("Ada <ada@example.org>\n", git("log", "-1", "--format=%cn <%ce>"));
    }

    @Test
    void a_submodule_and_a_nested_repository_are_left_alone() throws IOException {
        store("state/a", "1");
        var id = commit("state");
        git("update-index", "--add", "--cacheinfo", "160000," + id + ",state/module");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "module");
        git("init", "-q", "state/nested");
        put("state/nested/x", "1");
        assertEquals(Optional.empty(), nothing("state"));
        store("state/a", "2");
        commit("state");
        assertEquals("state/a\nstate/module\n", git("ls-tree", "-r", "--name-only", "HEAD"));
    }

    @Test
    void many_files_become_one_pack() throws IOException {
        for (int file = 0; file < 500; file++) {
            put("filesystem/" + file % 10 + "/" + file, "content " + file);
        }
        commit("filesystem");
        assertSays(git("count-objects", "-v"), "count: 0\n", "packs: 1\n");
        assertSound();
        assertEquals("", git("status", "--porcelain", "filesystem"));
        assertEquals(Optional.empty(), nothing("filesystem"));
    }

    @Test
    void what_a_kill_left_of_a_pack_is_taken_away_by_the_next_one() throws IOException {
        var leftover = put(".git/objects/insert_123.pack", "PACK, the beginning of one");
        var other = put(".git/objects/tmp_obj_1", "of git");
        store("state/a", "1");
        commit("state");
        for (int file = 0; file < 300; file++) {
            put("filesystem/" + file, "content " + file);
        }
        commit("filesystem");
        assertTrue(Files.notExists(leftover), "it has no use");
        assertTrue(Files.exists(other), "git takes away its own");
        assertSays(git("count-objects", "-v"), "packs: 1\n");
    }

    @Test
    void a_repository_that_git_made_is_used_as_it_is() throws IOException {
        root = folder.resolve("cloned");
        git("init", "-q", "-b", "trunk");
        git("config", "core.autocrlf", "true");
        repo = new GitTwinRepo(root, home, gate);
        repo.create(Map.of("config.yaml", bytes("a: b\r\n")));
        commit("config.yaml");
        assertEquals("false\n", git("config", "core.autocrlf"));
        assertEquals("## trunk\n", git("status", "--porcelain", "--branch"));
        assertEquals("a: b\r\n", git("cat-file", "blob", "HEAD:config.yaml"));
    }

    @Test
    void a_commit_without_paths_is_nothing() throws IOException {
        store("state/a", "1");
        assertEquals(Optional.empty(), repo.commit("nothing", Set.of()));
    }
}
