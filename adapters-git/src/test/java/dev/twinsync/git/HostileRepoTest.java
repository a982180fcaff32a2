package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.port.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories and settings made to change bytes, to lead out of the repository, or to stop twin. */
class HostileRepoTest extends GitFixture {

    private static final int NOBODY = 65534;

    @Test
    void the_users_own_settings_change_nothing() throws IOException {
        Files.writeString(home.resolve("ignore-all"), "*\n");
        Files.writeString(home.resolve("attributes"), "* text eol=lf\n");
        Files.writeString(home.resolve(".gitconfig"), """
                [user]
                    name = Ada
                    email = ada@example.org
                [core]
                    autocrlf = true
                    excludesFile = %1$s/ignore-all
                    attributesFile = %1$s/attributes
                    hooksPath = %1$s
                [commit]
                    gpgsign = true
                [gpg]
                    program = %1$s/sign
                """.formatted(home));
        Files.createDirectories(home.resolve(".config/git"));
        Files.writeString(home.resolve(".config/git/ignore"), "*\n");
        store("filesystem/dos", "a\r\nb\r\n");
        commit("filesystem", "config.yaml");
        assertEquals("a\r\nb\r\n", git("cat-file", "blob", "HEAD:filesystem/dos"));
        assertEquals("Ada <ada@example.org>|Ada <ada@example.org>|N\n", git("log", "--format=%an <%ae>|%cn <%ce>|%G?"));
        assertEquals("", git("-c", "core.attributesFile=/dev/null", "status", "--porcelain"));
    }

    @Test
    void a_folder_that_is_a_link_is_not_passed() throws IOException {
        var outside = Files.createDirectory(folder.resolve("etc"));
        Files.writeString(outside.resolve("packages.yaml"), "packages: []\n");
        Files.createSymbolicLink(root.resolve("state"), outside);
        var document = new Document<>("state/packages.yaml", FragmentShapes.desired(new Packages()), "");
        assertSays(refusal(() -> repo.read(document)), "state is not a folder but a symbolic link");
        assertThrows(IOException.class, () -> repo.write(document, List.of()));
        assertThrows(IOException.class, () -> repo.delete("state/packages.yaml"));
        assertThrows(IOException.class, () -> repo.digest("state/packages.yaml"));
        assertThrows(IOException.class, () -> repo.open("state/packages.yaml"));
        assertThrows(IOException.class, () -> repo.list("state"));
        assertThrows(IOException.class, () -> store("state/x/y", "z"));
        assertThrows(IOException.class, () -> repo.commit("x", Set.of("state")));
        assertThrows(IOException.class, () -> repo.commit("x", Set.of("state/packages.yaml")));
        assertEquals("packages: []\n", Files.readString(outside.resolve("packages.yaml")));
        assertEquals(1, Files.list(outside).count());
    }

    @Test
    void a_file_that_is_a_link_is_not_followed() throws IOException {
        var outside = Files.writeString(folder.resolve("shadow"), "secret");
        Files.createDirectory(root.resolve("filesystem"));
        Files.createSymbolicLink(root.resolve("filesystem/shadow"), outside);
        assertSays(
                refusal(() -> repo.open("filesystem/shadow")), "filesystem/shadow is not a file but a symbolic link");
        assertSays(refusal(() -> store("filesystem/shadow", "x")), "twin does not follow it");
        assertEquals(false, repo.digest("filesystem/shadow").isPresent());
        assertEquals(List.of(), repo.list("filesystem"));
        commit("filesystem");
        assertEquals(outside.toString(), git("cat-file", "blob", "HEAD:filesystem/shadow"));
        assertEquals("secret", Files.readString(outside));
        repo.delete("filesystem/shadow");
        assertEquals("secret", Files.readString(outside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".git"})
    void a_repository_of_somebody_else_is_refused(String part) throws IOException {
        assumeTrue(
                Files.getAttribute(home, "unix:uid").equals(0),
                "only root can give a folder away; run as root to see this");
        Files.setAttribute(root.resolve(part), "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        var document = new Document<>("state/packages.yaml", FragmentShapes.desired(new Packages()), "");
        assertSays(refusal(() -> repo.read(document)), "belongs to", "uid 65534", "run twin as");
        assertThrows(IOException.class, () -> repo.write(document, List.of()));
        assertThrows(IOException.class, () -> repo.head());
        assertThrows(IOException.class, () -> repo.commit("x", Set.of("state")));
        assertThrows(IOException.class, () -> repo.open("config.yaml"));
        assertThrows(IOException.class, () -> repo.create(java.util.Map.of()));
    }

    @Test
    void a_git_folder_that_is_kept_elsewhere_is_refused() throws IOException {
        var elsewhere = folder.resolve("elsewhere");
        Files.move(root.resolve(".git"), elsewhere);
        put(".git", "gitdir: " + elsewhere + "\n");
        assertSays(refusal(() -> repo.head()), ".git is not a folder", "clone the repository");
        Files.delete(root.resolve(".git"));
        Files.createSymbolicLink(root.resolve(".git"), elsewhere);
        assertSays(refusal(() -> repo.head()), ".git is not a folder", "clone the repository");
    }

    @Test
    void a_document_of_100_megabytes_is_refused_without_being_read() throws IOException {
        try (var file =
                new java.io.RandomAccessFile(put("state/packages.yaml", "").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        var document = new Document<>("state/packages.yaml", FragmentShapes.desired(new Packages()), "");
        assertSays(
                repo.read(document).problems().getFirst().toString(), "state/packages.yaml:1:1 larger than twin reads");
    }

    @Test
    void a_damaged_repository_is_named_in_words() throws IOException {
        store("state/a", "a");
        var first = commit("state");
        Files.delete(root.resolve(".git/objects/" + first.substring(0, 2) + "/" + first.substring(2)));
        store("state/a", "b");
        assertSays(refusal(() -> commit("state")), "cannot commit in " + root, "damaged", "git fsck");
        put(".git/HEAD", "garbage\n");
        assertSays(refusal(() -> commit("state")), "damaged", ".git/HEAD");
    }

    /** JGit takes such a branch for one without commits, and the next commit would lose the history. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "garbage\n", "0123\n"})
    void a_branch_that_a_power_cut_left_broken_is_not_taken_for_a_new_one(String content) throws IOException {
        store("state/a", "a");
        commit("state");
        put(".git/refs/heads/main", content);
        store("state/a", "b");
        assertSays(refusal(() -> repo.head()), "damaged", ".git/refs/heads/main");
        assertSays(refusal(() -> commit("state")), "damaged", ".git/refs/heads/main");
    }

    @Test
    void a_broken_index_and_broken_settings_are_named_in_words() throws IOException {
        store("state/a", "a");
        put(".git/index", "garbage");
        assertSays(refusal(() -> commit("state")), "index of Git is damaged", "git reset");
        put(".git/config", "[garbage");
        assertSays(refusal(() -> commit("state")), root + "/.git/config is not a Git configuration");
    }
}
