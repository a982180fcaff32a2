package dev.twinsync.git.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.twinsync.git.GitFixture;
import dev.twinsync.git.GitTwinRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories in forms of Git's that twin cannot write: it stays away, and git can go on as before. */
class RepositoryFormatTest extends GitFixture {

    @Test
    void a_repository_with_sha_256_names_is_refused_with_the_remedy_and_stays_whole() throws IOException {
        root = folder.resolve("modern");
        git("init", "-q", "--object-format=sha256");
        repo = new GitTwinRepo(root, home, gate);
        assertSays(refusal(() -> repo.create(Map.of("config.yaml", bytes("a: b\n")))), "sha256", "twin init");
        assertFalse(Files.exists(root.resolve("config.yaml")), "nothing was done");
        put("config.yaml", "a: b\n");
        assertSays(refusal(() -> commit("config.yaml")), "objectformat sha256", "SHA-1", "twin init");
        assertEquals("?? config.yaml\n", git("status", "--porcelain"));
        git("add", "config.yaml");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "all");
        put("config.yaml", "a: c\n");
        assertSays(refusal(() -> commit("config.yaml")), "objectformat sha256");
        assertSays(refusal(() -> repo.head()), "objectformat sha256", "twin init");
        git("pack-refs", "--all");
        assertSays(refusal(() -> repo.head()), "objectformat sha256", "twin init");
        assertEquals(" M config.yaml\n", git("status", "--porcelain"));
        git("fsck", "--strict");
    }

    @ParameterizedTest
    @CsvSource({
        "2, noop, true, core.repositoryformatversion 2",
        "1x, noop, true, core.repositoryformatversion 1x",
        "1, someday, true, extensions.someday true",
        "1, compatObjectFormat, sha256, extensions.compatObjectFormat sha256",
        "1, refStorage, stone, extensions.refStorage stone"
    })
    void what_a_newer_git_made_is_refused_as_an_older_git_does(String version, String name, String value, String said)
            throws IOException {
        store("state/a", "1");
        commit("state");
        put(
                ".git/config",
                "[core]\n\trepositoryFormatVersion = " + version + "\n[extensions]\n\t" + name + " = " + value + "\n");
        store("state/a", "2");
        assertSays(refusal(() -> commit("state")), said, "twin init");
        assertSays(refusal(() -> repo.create(Map.of())), said);
    }

    @ParameterizedTest
    @CsvSource({
        "worktreeConfig, true",
        "preciousObjects, true",
        "partialClone, origin",
        "objectFormat, sha1",
        "refStorage, files",
        "noop, 1"
    })
    void what_changes_nothing_for_twin_is_no_hindrance(String name, String value) throws IOException {
        git("config", "core.repositoryFormatVersion", "1");
        git("config", "extensions." + name, value);
        store("state/a", "1");
        assertEquals(commit("state"), repo.head().orElseThrow());
    }

    /** Git looks for what it does not know from version 1 on. */
    @Test
    void what_nobody_knows_means_nothing_in_the_first_form() throws IOException {
        git("config", "core.repositoryFormatVersion", "0");
        git("config", "extensions.someday", "true");
        store("state/a", "1");
        assertEquals(commit("state"), repo.head().orElseThrow());
        git("fsck", "--strict");
    }
}
