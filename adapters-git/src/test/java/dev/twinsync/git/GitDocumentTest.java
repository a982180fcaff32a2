package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.DesiredPackage.Absent;
import dev.twinsync.domain.packages.DesiredPackage.Source;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents and files on the disk. */
class GitDocumentTest extends GitFixture {

    private static final Document<List<DesiredPackage>> PACKAGES =
            new Document<>("state/packages.yaml", FragmentShapes.desired(new Packages()), "what you want\nedit me");

    private static final List<DesiredPackage> NO_HTOP = List.of(new Absent(new PackageName("htop"), Source.APT));

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void a_document_is_yaml_with_its_heading() throws IOException {
        repo.write(PACKAGES, NO_HTOP);
        assertEquals("""
                # what you want
                # edit me
                packages:
                  - name: htop
                    ensure: absent
                """, Files.readString(root.resolve("state/packages.yaml")));
    }

    @Test
    void what_a_person_wrote_is_left_as_it_is_where_it_says_the_same() throws IOException {
        var byHand = "# my packages\npackages: [{ensure: absent,   name: 'htop'}] # loud\n";
        put("state/packages.yaml", byHand);
        var time = Files.getLastModifiedTime(root.resolve("state/packages.yaml"));
        repo.write(PACKAGES, NO_HTOP);
        assertEquals(byHand, Files.readString(root.resolve("state/packages.yaml")));
        assertEquals(time, Files.getLastModifiedTime(root.resolve("state/packages.yaml")));
        repo.write(PACKAGES, List.of());
        assertEquals(
                "# what you want\n# edit me\npackages: []\n", Files.readString(root.resolve("state/packages.yaml")));
    }

    @Test
    void what_is_wrong_with_a_document_has_its_place() throws IOException {
        put("state/packages.yaml", "packages:\n  - name: htop\n    ensure: presnt\n    extra: 1\n");
        assertEquals(
                "state/packages.yaml:3:13 expected present or absent, found \"presnt\"; did you mean \"present\"?",
                repo.read(PACKAGES).problems().getFirst().toString());
    }

    @Test
    void a_folder_in_the_place_of_a_document_is_named() throws IOException {
        Files.createDirectories(root.resolve("state/packages.yaml"));
        assertSays(refusal(() -> repo.read(PACKAGES)), "state/packages.yaml is not a file but a folder");
        assertSays(refusal(() -> repo.delete("state")), "state is a folder");
    }

    @Test
    void everything_new_is_for_the_owner_alone_and_what_was_there_keeps_its_mode() throws IOException {
        store("filesystem/etc/a", "1");
        assertEquals("rwx------", mode(root));
        assertEquals("rwx------", mode(root.resolve(".git")));
        assertEquals("rwx------", mode(root.resolve("filesystem/etc")));
        assertEquals("rw-------", mode(root.resolve("filesystem/etc/a")));
        putExecutable("filesystem/etc/b", "1");
        store("filesystem/etc/b", "2");
        assertEquals("rwxr-xr-x", mode(root.resolve("filesystem/etc/b")));
    }

    @Test
    void what_an_interrupted_write_left_behind_is_not_part_of_the_repository() throws IOException {
        store("state/a", "1");
        put("state/.twin-write-123", "half");
        assertEquals(List.of("state/a"), repo.list("state"));
        commit("state");
        assertEquals("state/a\n", git("ls-files"));
    }

    @Test
    void a_write_leaves_no_other_file_behind() throws IOException {
        store("state/a", "1");
        store("state/a", "1");
        store("state/a", "2");
        try (var files = Files.list(root.resolve("state"))) {
            assertEquals(List.of(root.resolve("state/a")), files.toList());
        }
    }

    @Test
    void an_empty_folder_does_not_stay_behind() throws IOException {
        store("filesystem/etc/x/y", "1");
        repo.delete("filesystem/etc/x/y");
        assertEquals(false, Files.exists(root.resolve("filesystem/etc")));
        assertEquals(true, Files.exists(root.resolve("filesystem")));
    }

    @Test
    void a_document_without_its_folder_is_simply_not_there() throws IOException {
        assertEquals(new Reading.Value<>(Optional.empty()), repo.read(PACKAGES));
    }
}
