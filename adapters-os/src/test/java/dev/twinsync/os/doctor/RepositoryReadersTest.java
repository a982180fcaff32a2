package dev.twinsync.os.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.doctor.Finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the modes of the folders on the way let into a repository. */
class RepositoryReadersTest {

    @TempDir
    Path root;

    private Path home;
    private Path repository;

    @BeforeEach
    void a_clone_in_a_home() throws IOException {
        repository = Files.createDirectories(root.resolve("home/alice/box"));
        home = repository.getParent();
        for (Path folder : new Path[] {home.getParent(), home, repository}) {
            mode(folder, "rwxr-xr-x");
        }
    }

    private static void mode(Path folder, String mode) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    private Finding finding() {
        return new RepositoryReaders(root, repository).finding();
    }

    @Test
    void a_clone_in_an_open_home_is_open_to_all() {
        assertEquals(Verdict.NOTE, finding().verdict());
        assertTrue(finding().remedy().orElseThrow().startsWith("chmod go-rwx "));
    }

    @Test
    void one_that_is_closed_is_not() throws IOException {
        mode(repository, "rwx------");
        assertEquals(Verdict.OK, finding().verdict());
    }

    @Test
    void nor_is_one_in_a_closed_home() throws IOException {
        mode(home, "rwxr-x---");
        assertEquals(Verdict.OK, finding().verdict());
    }

    @Test
    void a_link_to_it_is_as_open_as_it_is_itself() throws IOException {
        var link = Files.createSymbolicLink(root.resolve("link"), repository);
        assertEquals(Verdict.NOTE, new RepositoryReaders(root, link).finding().verdict());
    }

    @Test
    void what_cannot_be_found_is_told() {
        assertEquals(
                Verdict.NOTE,
                new RepositoryReaders(root, root.resolve("nowhere")).finding().verdict());
    }
}
