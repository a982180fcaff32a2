package dev.twinsync.git.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Git's index is written by twin, byte for byte: what the real git says of it. */
class GitIndexTest extends GitFixture {

    private Path index() {
        return root.resolve(".git/index");
    }

    private int version() throws IOException {
        return Files.readAllBytes(index())[7];
    }

    private static final String[] NAMES = {"a", "a.b", "a-b", "ab", "b", "größe", "z", "A", "0", "a b"};

    private static String path(Random random) {
        var path = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
        while (random.nextInt(3) > 0) {
            path.append('/').append(NAMES[random.nextInt(NAMES.length)]);
        }
        return path.toString();
    }

    private static boolean isFree(Path file, Path top) {
        for (var above = file.getParent(); !above.equals(top); above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return false;
            }
        }
        return !Files.isDirectory(file);
    }

    /** Some files are made, some go, a file becomes a folder and a folder a file. */
    private void change(Random random) throws IOException {
        for (int number = 0; number < 30; number++) {
            var file = root.resolve("state").resolve(path(random));
            if (Files.isRegularFile(file) && random.nextBoolean()) {
                Files.delete(file);
            } else if (isFree(file, root.resolve("state"))) {
                put(root.relativize(file).toString(), random.nextInt(9) == 0 ? "" : "x".repeat(random.nextInt(99)));
            }
        }
        git("clean", "-fdq", "-e", "*", "state");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void any_change_leaves_the_index_that_git_itself_would_have_made(int version) throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 12; round++) {
            change(random);
            put("beside", "round " + round);
            git("add", "beside");
            git("update-index", "--index-version", Integer.toString(version));
            repo.commit("round", random.nextBoolean() ? Set.of("state") : Set.of("state/a", "state/b", "state/ab"));
            assertEquals(version, version());
            assertSound();
            var written = git("ls-files", "--stage");
            assertEquals("", git("diff", "--cached", "--name-only", "--", "state"), "as the commit has it");
            assertTrue(git("diff", "--cached", "--name-only").contains("beside"), "what was staged is staged");
            git("read-tree", "HEAD");
            git("add", "beside");
            assertEquals(git("ls-files", "--stage"), written);
        }
    }

    @Test
    void marks_that_need_version_three_are_kept_and_what_a_sparse_checkout_leaves_out_stays_in_the_commit()
            throws IOException {
        put("state/a", "1");
        put("other", "1");
        put("left/out", "1");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "all");
        put("planned", "1");
        git("add", "--intent-to-add", "planned");
        git("update-index", "--skip-worktree", "left/out");
        git("update-index", "--assume-unchanged", "other");
        put("state/a", "2");
        commit("state");
        assertEquals(3, version());
        assertEquals("H config.yaml\nS left/out\nh other\nH planned\nH state/a\n", git("ls-files", "-v"));
        assertEquals(" A planned\n", git("status", "--porcelain"));
        Files.delete(root.resolve("left/out"));
        put("left/in", "1");
        commit("left");
        assertEquals("left/in\nleft/out\n", git("ls-tree", "-r", "--name-only", "HEAD", "left/"));
        assertSound();
    }

    @Test
    void what_a_merge_left_open_is_left_open_elsewhere_and_closed_where_it_is_committed() throws IOException {
        put("state/a", "1");
        commit("state");
        var blob = git("hash-object", "-w", "state/a").strip();
        for (String path : new String[] {"state/a", "other"}) {
            git("update-index", "--force-remove", path);
            for (int stage = 1; stage <= 3; stage++) {
                feedIndex("100644 " + blob + " " + stage + "\t" + path);
            }
        }
        put("state/a", "2");
        commit("state");
        assertEquals(
                "state/a", git("ls-files", "--stage", "state").split("\t")[1].strip(), "one entry");
        assertEquals(
                3,
                git("ls-files", "--unmerged")
                        .lines()
                        .filter(line -> line.endsWith("\tother"))
                        .count());
        assertSound();
    }

    private void feedIndex(String line) throws IOException {
        var words = line.split("[ \t]");
        var file = Files.writeString(folder.resolve("info"), line + "\n");
        var git = new ProcessBuilder("git", "-C", root.toString(), "update-index", "--index-info")
                .inheritIO()
                .redirectInput(file.toFile())
                .start();
        try {
            assertEquals(0, git.waitFor(), words[3]);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_path_that_is_longer_than_its_length_can_say_is_whole() throws IOException {
        var name = "n".repeat(200);
        var blob = git("hash-object", "-w", "config.yaml").strip();
        var path = String.join("/", Collections.nCopies(25, name));
        feedIndex("100644 " + blob + " 0\t" + path);
        feedIndex("100644 " + blob + " 0\t" + path + "/behind");
        feedIndex("100644 " + blob + " 0\tzz");
        put("state/a", "1");
        commit("state");
        assertEquals(path + "/behind\nstate/a\nzz\n", git("ls-files"));
    }

    @Test
    void a_file_that_may_have_changed_within_the_tick_is_read_by_git_too() throws IOException {
        put("state/a", "1");
        put("other", "1");
        git("add", "other");
        var modified = Files.getLastModifiedTime(root.resolve("other"));
        Files.setLastModifiedTime(index(), modified); // as though both were written at once
        Files.writeString(root.resolve("other"), "2");
        Files.setLastModifiedTime(root.resolve("other"), modified);
        Files.setLastModifiedTime(index(), modified);
        commit("state");
        Files.setLastModifiedTime(index(), FileTime.from(Instant.now().plusSeconds(10)));
        assertEquals(
                "AM other\n",
                git("-c", "core.trustctime=false", "-c", "core.checkstat=minimal", "status", "--porcelain", "other"));
    }

    @Test
    void an_index_that_is_damaged_is_refused_wherever_it_is_cut_or_changed() throws IOException {
        put("state/a", "1");
        commit("state");
        var whole = Files.readAllBytes(index());
        put("state/a", "2");
        for (int length = 1; length < whole.length; length += 7) {
            Files.write(index(), Arrays.copyOf(whole, length));
            assertSays(refusal(() -> commit("state")), "the index of Git is damaged", "git reset");
        }
        for (int at = 0; at < whole.length; at += 5) {
            var changed = whole.clone();
            changed[at] ^= 1;
            Files.write(index(), changed);
            assertSays(refusal(() -> commit("state")), "the index of Git is damaged");
        }
        Files.write(index(), whole);
        commit("state");
    }

    /** The checksum is as it should be: only what stands there is wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"count", "negative count", "path", "extension", "long extension", "what goes", "end"})
    void an_index_that_lies_is_refused(String about) throws IOException {
        put("state/a", "1");
        commit("state");
        var entries = Files.readAllBytes(index());
        var body = ByteBuffer.allocate(entries.length - 20 + 12).put(entries, 0, entries.length - 20);
        switch (about) {
            case "count" -> body.putInt(8, 1_000_000);
            case "negative count" -> body.putInt(8, -1);
            case "path" -> body.putShort(12 + 60, (short) 0x0fff);
            case "what goes" -> body.putInt(4, GitIndex.COMPRESSED).put(12 + 62, (byte) 5);
            case "end" -> body.putInt(4, GitIndex.COMPRESSED).putInt(8, 60);
            case "extension" ->
                body.put("link".getBytes(StandardCharsets.US_ASCII)).putInt(4);
            case "long extension" ->
                body.put("TREE".getBytes(StandardCharsets.US_ASCII)).putInt(Integer.MAX_VALUE);
            default -> throw new IllegalArgumentException(about);
        }
        var sha1 = Constants.newMessageDigest();
        Files.write(index(), body.array());
        Files.write(index(), sha1.digest(body.array()), StandardOpenOption.APPEND);
        put("state/a", "2");
        assertSays(assertThrows(IOException.class, () -> commit("state")).getMessage(), "the index of Git is damaged");
    }

    /** Each refusal names what helps: it is done as it stands there, and what was staged still is. */
    @ParameterizedTest
    @ValueSource(strings = {"split", "sparse"})
    void an_index_in_a_form_for_large_work_trees_is_refused_with_words_that_help_and_lose_nothing(String form)
            throws IOException {
        put("state/a", "1");
        put("beside/deep/b", "1");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "all");
        if (form.equals("split")) {
            git("config", "core.splitIndex", "true");
            git("update-index", "--split-index");
        } else {
            git("sparse-checkout", "set", "--cone", "--sparse-index", "state");
        }
        put("state/b", "staged");
        git("add", "state/b");
        put("state/a", "2");
        var said = refusal(() -> commit("state/a"));
        var remedy = said.substring(said.indexOf(": run ") + 6, said.indexOf(" in " + root));
        for (String command : remedy.split(" && ")) {
            git(command.substring("git ".length()).split(" "));
        }
        commit("state/a");
        assertEquals("A  state/b\n", git("status", "--porcelain"));
        git("add", ".");
        put("state/a", "3");
        commit("state/a"); // git did not make it as it was
        assertSound();
    }

    @Test
    void a_name_that_git_keeps_for_itself_is_refused() throws IOException {
        put("state/x/.GIT", "1");
        assertSays(refusal(() -> commit("state")), ".GIT");
    }
}
