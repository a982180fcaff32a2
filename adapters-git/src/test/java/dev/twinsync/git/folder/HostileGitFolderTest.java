package dev.twinsync.git.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.twinsync.git.GitFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder {@code .git} made to lead out of the repository, as one that came in an archive may be. */
class HostileGitFolderTest extends GitFixture {

    private Path outside;

    @BeforeEach
    void another_repository_outside() throws IOException {
        store("state/a", "a");
        commit("state");
        outside = folder.resolve("outside");
        copy(root.resolve(".git"), outside);
        store("state/a", "b");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one)));
            }
        }
    }

    /** All that twin asks of Git, and the outside is as it was. */
    private void assertRefused(String... words) throws IOException {
        var before = everything(outside);
        assertSays(refusal(() -> commit("state")), words);
        assertSays(refusal(() -> repo.head()), words);
        assertEquals(before, everything(outside));
    }

    private static Map<String, String> everything(Path folder) throws IOException {
        var all = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                all.put(path.toString(), file ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1) : "");
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD",
                "config",
                "index",
                "objects",
                "objects/info",
                "objects/pack",
                "refs",
                "refs/heads",
                "refs/heads/main",
                "logs",
                "logs/HEAD",
                "logs/refs/heads/main"
            })
    void a_link_within_it_is_not_followed(String name) throws IOException {
        var inside = root.resolve(".git").resolve(name);
        move(inside, folder.resolve("moved"));
        Files.createSymbolicLink(inside, outside.resolve(name));
        assertRefused(".git/" + name, "symbolic link");
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
        }
    }

    @Test
    void a_common_folder_elsewhere_is_refused() throws IOException {
        put(".git/commondir", outside + "\n");
        assertRefused(".git/commondir");
    }

    @Test
    void objects_of_another_repository_are_not_borrowed() throws IOException {
        put(".git/objects/info/alternates", outside.resolve("objects") + "\n");
        assertRefused(".git/objects/info/alternates", "git repack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"include", "INCLUDE"})
    void settings_of_another_file_are_not_read(String section) throws IOException {
        var settings = "[" + section + "]\n\tpath = " + outside.resolve("config") + "\n";
        put(".git/config", Files.readString(root.resolve(".git/config")) + settings);
        assertSays(refusal(() -> commit("state")), ".git/config", "[include]", outside + "/config");
    }

    @Test
    void settings_of_another_file_under_a_condition_are_passed_over() throws IOException {
        Files.writeString(outside.resolve("more"), "[user]\n\tname = Mallory\n\temail = m@example.org\n");
        put(
                ".git/config",
                "[core]\n\tbare = false\n[includeIf \"gitdir:**\"]\n\tpath = " + outside.resolve("more") + "\n");
        commit("state");
        assertSays(Files.readString(root.resolve(".git/logs/HEAD")), "twin <twin@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ref: ../../outside/HEAD",
                "ref: refs/heads/../../../../outside/HEAD",
                "ref: %s/HEAD",
                "ref: refs/heads/",
                "ref: config",
                "ref: refs/heads/a\u0000b",
                "ref: refs/heads/.lock",
                "ref: refs//heads/main"
            })
    void a_branch_outside_is_refused(String head) throws IOException {
        put(".git/HEAD", head.formatted(outside) + "\n");
        assertRefused(".git/HEAD", "no branch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    core.worktree                | /
                    core.bare                    | true
                    core.compression             | 99
                    core.logAllRefUpdates        | nonsense
                    core.trustFolderStat         | nonsense
                    core.packedGitLimit          | 99999999999999999999
                    core.packedGitWindowSize     | 3
                    core.bigFileThreshold        | -1
                    core.repositoryFormatVersion | 99
                    core.fsync                   | nonsense
                    core.sharedRepository        | nonsense
                    index.version                | 99
                    index.skipHash               | true
                    extensions.refStorage        | reftable
                    extensions.objectFormat      | sha256
                    extensions.worktreeConfig    | true
                    gc.auto                      | 1
                    pack.compression             | 99
                    """)
    void a_setting_leads_nowhere_and_a_nonsensical_one_ends_in_words(String key, String value) throws IOException {
        var before = everything(outside);
        var settings = Files.readString(root.resolve(".git/config"));
        put(".git/config", settings + "[" + key.replace(".", "]\n") + " = " + value + "\n");
        try {
            commit("state");
            put(".git/config", settings);
            assertEquals("b", git("cat-file", "blob", "HEAD:state/a"));
        } catch (IOException refused) {
            assertSays(refused.getMessage(), root.toString());
        }
        assertEquals(before, everything(outside));
    }

    @Test
    void a_pipe_in_the_place_of_a_file_is_not_waited_for() throws Exception {
        Files.delete(root.resolve(".git/HEAD"));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", root.resolve(".git/HEAD").toString())
                        .start()
                        .waitFor());
        assertRefused(".git/HEAD", "special file");
    }

    @Test
    void a_submodule_is_left_alone() throws IOException {
        put("state/module/x", "x");
        copy(outside, root.resolve("state/module/.git"));
        put(
                ".gitmodules",
                "[submodule \"m\"]\n\tpath = state/module\n\turl = ext::sh -c touch% " + folder.resolve("ran") + "\n");
        commit("state", ".gitmodules");
        assertEquals("state/a\n", git("ls-tree", "-r", "--name-only", "HEAD", "state"));
        assertFalse(Files.exists(folder.resolve("ran")));
    }
}
