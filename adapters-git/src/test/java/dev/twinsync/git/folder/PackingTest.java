package dev.twinsync.git.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the many files that commits leave behind, as the real git sees it. */
class PackingTest extends GitFixture {

    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    @BeforeEach
    void three_commits() throws IOException {
        for (String text : new String[] {"1\n", "2\n", "3\n"}) {
            store("state/a", text);
            commit("state");
        }
    }

    /** As many single files as count for two thousand: those in one of 256 folders. All of them are on no branch. */
    private void makeMany() throws IOException {
        try (var objects = new FileRepository(root.resolve(".git").toFile());
                var inserter = objects.newObjectInserter()) {
            for (int i = 0, met = 0; met < 8; i++) {
                var content = bytes("on no branch " + i);
                if (inserter.idFor(Constants.OBJ_BLOB, content).name().startsWith("17")) {
                    inserter.insert(Constants.OBJ_BLOB, content);
                    met++;
                }
            }
            inserter.flush();
        }
    }

    private boolean isPacked() throws IOException {
        return !git("count-objects", "-v").contains("in-pack: 0\n");
    }

    private void passADay() throws IOException {
        Files.setLastModifiedTime(
                root.resolve(".git/twin-packed"), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }

    @Test
    void a_history_with_many_files_is_packed_and_is_the_same() throws IOException {
        makeMany();
        var log = git("log", "--patch");
        repo.pack();
        assertTrue(isPacked());
        assertEquals(log, git("log", "--patch"));
        assertSound();
        store("state/a", "4\n");
        commit("state");
        assertSound();
    }

    @Test
    void what_a_commit_needs_is_in_no_file_of_its_own_any_more() throws IOException {
        makeMany();
        repo.pack();
        var tree = git("rev-parse", "HEAD^{tree}").strip();
        assertFalse(Files.exists(single(tree)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_on_no_branch_stays_however_old_it_is(boolean inPack) throws IOException {
        var left = git(
                        "-c",
                        "user.name=x",
                        "-c",
                        "user.email=x@example.org",
                        "commit-tree",
                        "-m",
                        "left",
                        "HEAD^{tree}")
                .strip();
        Files.setLastModifiedTime(single(left), FileTime.from(Instant.parse(LONG_AGO)));
        if (inPack) {
            git("branch", "left", left);
            git("repack", "--quiet", "-d");
            git("branch", "--quiet", "-D", "left");
            assertFalse(Files.exists(single(left)));
        }
        git("config", "gc.pruneExpire", "now");
        git("config", "gc.prunePackExpire", "now");
        makeMany();
        repo.pack();
        assertTrue(git("count-objects", "-v").contains("packs: 1\n"));
        assertEquals("commit\n", git("cat-file", "-t", left));
    }

    /** The file of an object that is in no pack. */
    private Path single(String id) {
        return root.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
    }

    @Test
    void a_small_history_is_left_as_it_is() throws IOException {
        repo.pack();
        assertFalse(isPacked());
        assertFalse(Files.exists(root.resolve(".git/twin-packed")));
    }

    @Test
    void many_packs_become_one() throws IOException {
        for (int i = 0; i < 51; i++) {
            put("b", "b" + i);
            git("add", "b");
            git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "b" + i);
            git("repack", "--quiet", "-d");
        }
        git("config", "gc.prunePackExpire", "now");
        repo.pack();
        assertTrue(git("count-objects", "-v").contains("packs: 1\n"));
        assertSound();
    }

    @Test
    void it_is_not_done_again_within_a_day() throws IOException {
        makeMany();
        repo.pack();
        store("state/a", "new\n");
        commit("state");
        repo.pack();
        assertTrue(git("count-objects", "-v").contains("packs: 1\n"));
        var before = git("count-objects", "-v");
        passADay();
        repo.pack();
        assertFalse(before.equals(git("count-objects", "-v")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4000"})
    void an_owner_who_wants_none_or_later_gets_none(String auto) throws IOException {
        git("config", "gc.auto", auto);
        makeMany();
        repo.pack();
        assertFalse(isPacked());
    }

    @Test
    void a_clone_of_which_a_part_is_elsewhere_is_left_to_git() throws IOException {
        git("repack", "--quiet", "-d");
        try (var packs = Files.newDirectoryStream(root.resolve(".git/objects/pack"), "*.pack")) {
            var name = packs.iterator().next().getFileName().toString();
            put(".git/objects/pack/" + name.replace(".pack", ".promisor"), "");
        }
        makeMany();
        var before = git("count-objects", "-v");
        repo.pack();
        assertEquals(before, git("count-objects", "-v"));
    }

    @Test
    void a_git_that_is_at_it_is_not_disturbed() throws IOException {
        makeMany();
        put(".git/gc.pid", "1 " + java.net.InetAddress.getLocalHost().getHostName());
        repo.pack();
        assertFalse(isPacked());
    }

    @Test
    void a_setting_that_says_nothing_is_named() throws IOException {
        git("config", "gc.auto", "often");
        makeMany();
        assertSays(refusal(() -> repo.pack()), ".git/config", "often");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gc.pid", "twin-packed"})
    void a_link_in_the_way_is_not_followed(String name) throws IOException {
        var outside = Files.writeString(folder.resolve("outside"), "mine");
        makeMany();
        Files.createSymbolicLink(root.resolve(".git").resolve(name), outside);
        assertSays(refusal(() -> repo.pack()), name, "symbolic link");
        assertEquals("mine", Files.readString(outside));
    }
}
