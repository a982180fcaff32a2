package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Edit;
import dev.twinsync.port.Pointer;
import dev.twinsync.port.SecretFound;
import dev.twinsync.port.SecretGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the real git finds of a secret that was refused: nothing, anywhere. */
class GitGateTest extends GitFixture {

    private static final String SECRET = "planted-secret\n";

    private List<String> refused(String... paths) {
        return assertThrows(SecretFound.class, () -> commit(paths)).leaks().stream()
                .map(Leak::file)
                .toList();
    }

    /** The ids of all objects that Git has, reachable or not. */
    private String objects() throws IOException {
        return git("cat-file", "--batch-check=%(objectname)", "--batch-all-objects");
    }

    private void assertNowhere(String path) throws IOException {
        var id = git("hash-object", path).strip();
        assertFalse(objects().contains(id), () -> path + " is in the store of Git");
    }

    @Test
    void what_is_refused_is_written_nowhere() throws IOException {
        store("state/a", "a");
        commit("state");
        store("state/a", "b");
        store("state/b", SECRET);
        var before = git("status", "--porcelain=v2", "--branch");
        assertEquals(List.of("state/b"), refused("state"));
        assertNowhere("state/b");
        assertEquals(before, git("status", "--porcelain=v2", "--branch"));
        assertEquals("a", git("cat-file", "blob", "HEAD:state/a"));
        assertFalse(Files.exists(root.resolve(".git/index.lock")));
        assertSound();
    }

    @Test
    void of_many_files_with_one_secret_none_is_kept() throws IOException {
        for (int number = 0; number < 300; number++) {
            store("filesystem/%03d".formatted(number), "content " + number);
        }
        store("filesystem/150", SECRET);
        var before = objects();
        assertEquals(List.of("filesystem/150"), refused("filesystem"));
        assertEquals(before, objects());
        assertEquals("", git("count-objects").replaceAll("^0 objects.*\\n", ""));
        store("filesystem/150", "reference");
        commit("filesystem");
        assertSound();
    }

    @Test
    void each_of_many_files_is_looked_at_once() throws IOException {
        for (int number = 0; number < 300; number++) {
            store("filesystem/%03d".formatted(number), "content " + number);
        }
        commit("filesystem");
        assertEquals(300, gate.asked().size());
    }

    @Test
    void what_somebody_staged_is_looked_at_like_anything_else() throws IOException {
        put("state/a", SECRET);
        git("add", "state/a");
        var old = FileTime.from(Instant.now().minusSeconds(100));
        Files.setLastModifiedTime(root.resolve("state/a"), old);
        git("update-index", "--refresh");
        Files.setLastModifiedTime(
                root.resolve(".git/index"), FileTime.from(Instant.now().plusSeconds(10)));
        assertEquals(
                List.of("state/a"),
                repo.leaks(Set.of("state")).stream().map(Leak::file).toList());
        assertEquals(List.of("state/a"), refused("state"));
    }

    @Test
    void what_the_last_commit_has_passes_though_its_time_or_mode_changed() throws IOException {
        store("state/a", SECRET);
        gate.sleep();
        commit("state");
        gate.wake();
        Files.setLastModifiedTime(root.resolve("state/a"), FileTime.from(Instant.EPOCH));
        assertEquals(Optional.empty(), nothing("state"));
        putExecutable("state/a", SECRET);
        commit("state");
        assertEquals(List.of(), repo.leaks(Set.of("state")));
        assertEquals("100755 state/a\n", git("ls-tree", "-r", "--format=%(objectmode) %(path)", "HEAD", "state"));
    }

    @Test
    void the_target_of_a_link_is_looked_at() throws IOException {
        Files.createDirectories(root.resolve("filesystem"));
        Files.createSymbolicLink(root.resolve("filesystem/link"), root.resolve("planted-secret"));
        assertEquals(List.of("filesystem/link"), refused("filesystem"));
    }

    @Test
    void of_a_large_file_all_is_committed_and_the_beginning_looked_at() throws IOException {
        var large = "0123456789abcde\n".repeat((SecretGate.REACH >> 4) + 1000);
        store("filesystem/clean", large);
        commit("filesystem");
        assertEquals(git("hash-object", "filesystem/clean"), git("rev-parse", "HEAD:filesystem/clean"));
        store("filesystem/secret", SECRET + large);
        assertEquals(List.of("filesystem/secret"), refused("filesystem"));
        gate.sleep();
        commit("filesystem");
        gate.wake();
        Files.setLastModifiedTime(root.resolve("filesystem/secret"), FileTime.from(Instant.EPOCH));
        assertEquals(List.of(), repo.leaks(Set.of("filesystem")));
    }

    @Test
    void looking_writes_nothing() throws IOException {
        store("state/a", SECRET);
        store("state/b", "b");
        var before = objects();
        var index = Files.exists(root.resolve(".git/index"));
        assertEquals(1, repo.leaks(Set.of("state")).size());
        assertEquals(before, objects());
        assertEquals(index, Files.exists(root.resolve(".git/index")));
    }

    @Test
    void what_is_ignored_is_not_in_the_way() throws IOException {
        put(".gitignore", "raw/\n");
        store("logs/raw/x", SECRET);
        store("logs/index", "1");
        assertEquals(List.of(), repo.leaks(Set.of("logs")));
        commit("logs");
        assertEquals("logs/index\n", git("ls-files"));
    }

    @Test
    void what_is_ignored_comes_along_only_where_it_is_named_itself() throws IOException {
        put(".gitignore", "raw/\n");
        store("live/a", "1");
        store("logs/raw/x", "1");
        store("logs/raw/y", "1");
        repo.commit("by folder", Set.of("live"), Set.of("logs"));
        assertEquals("live/a\n", git("ls-files"));
        store("live/a", "2");
        repo.commit("by name", Set.of("live"), Set.of("logs", "logs/raw/x"));
        assertEquals("live/a\nlogs/raw/x\n", git("ls-files"));
        assertSound();
        store("live/a", "3");
        repo.delete("logs/raw/x");
        repo.commit("gone", Set.of("live"), Set.of("logs/raw/x"));
        assertEquals("live/a\n", git("ls-files"));
        assertSound();
    }

    @Test
    void a_reason_that_is_named_itself_stays_ignored() throws IOException {
        put(".gitignore", "raw/\n");
        store("logs/raw/x", "1");
        assertEquals(Optional.empty(), nothing("logs/raw/x"));
        store("live/a", "1");
        repo.commit("both", Set.of("live", "logs"), Set.of("logs/raw/x"));
        assertEquals("live/a\nlogs/raw/x\n", git("ls-files"));
    }

    @Test
    void a_gate_that_fails_stops_the_commit_and_says_why() throws IOException {
        store("state/a", "a");
        repo = new GitTwinRepo(root, home, (path, content) -> {
            throw new IOException("there is no key");
        });
        assertSays(refusal(() -> commit("state")), "cannot commit", "there is no key");
        assertEquals(Optional.empty(), repo.head());
    }

    @Test
    void a_damaged_index_is_named_by_who_only_looks_too() throws IOException {
        store("state/a", "a");
        commit("state");
        Files.writeString(root.resolve(".git/index"), "no index");
        assertSays(refusal(() -> repo.leaks(Set.of("state"))), "the index of Git is damaged", "git reset");
    }

    @Test
    void appending_keeps_the_bytes_and_the_mode_of_a_document() throws IOException {
        repo.store("config.yaml", new ByteArrayInputStream(bytes("\uFEFF# größe \ud83d\ude00\r\nlist: [a]\r\n")));
        var mode = Files.getPosixFilePermissions(root.resolve("config.yaml"));
        repo.edit("config.yaml", List.of(new Edit.Append(Pointer.of("list"), Tree.text("b"))));
        assertEquals("\uFEFF# größe \ud83d\ude00\r\nlist: [a, b]\r\n", Files.readString(root.resolve("config.yaml")));
        assertEquals(mode, Files.getPosixFilePermissions(root.resolve("config.yaml")));
        assertTrue(repo.exists());
    }
}
