package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose default list gives to whatever is made in it: {@code setfacl -d -m u:4711:rwx}. */
class DefaultListTest {

    private static final int BOB = 4711;
    private static final String DEFAULT = "system.posix_acl_default";
    private static final String COLOUR = "user.colour";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() throws IOException {
        bench = new Bench(directory);
        var probe = bench.put("probe", "");
        AccessLists.put(probe, AccessLists.letting(BOB));
        Files.delete(probe);
    }

    private void share() throws IOException {
        AttributeCalls.set(bench.root, DEFAULT, AccessLists.of(BOB, 1, 7, 2, 7, 4, 5, 0x10, 7, 0x20, 5));
    }

    private void done(FileAction action) {
        assertEquals(new Attempt.Ran(), bench.files().apply(List.of(action), Progress.SILENT));
    }

    /** A file that was there before its folder got the list. */
    private Path older(String below) throws IOException {
        var file = bench.put(below, "held", "rw-rw----");
        share();
        return file;
    }

    private static void assertIs(Path file, String content, int mode, String... attributes) throws IOException {
        assertEquals(List.of(attributes), AttributeCalls.names(file));
        assertEquals(content, Files.readString(file));
        assertEquals(mode, Bench.mode(file));
    }

    @Test
    void what_replaces_a_file_without_a_list_has_none() throws IOException {
        var file = older("x");
        done(bench.write("x", "new", "0660"));
        assertIs(file, "new", 0660);
    }

    @Test
    void what_else_is_set_on_a_file_without_a_list_is_carried_over() throws IOException {
        var file = older("x");
        AttributeCalls.set(file, COLOUR, "red".getBytes(StandardCharsets.UTF_8));
        done(bench.write("x", "new", "0660"));
        assertIs(file, "new", 0660, COLOUR);
    }

    @Test
    void a_list_of_its_own_stays_in_the_place_of_that_of_the_folder() throws IOException {
        var file = older("x");
        AccessLists.put(file, AccessLists.letting(4712));
        done(bench.write("x", "new", "0660"));
        assertArrayEquals(AccessLists.letting(4712), AttributeCalls.value(file, AccessLists.NAME));
    }

    @Test
    void a_file_without_a_list_comes_back_without() throws IOException {
        for (FileAction away :
                List.of(new Delete(bench.target("x")), new Link(bench.target("x"), new LinkTarget("/nowhere")))) {
            var file = older("x");
            done(away);
            done(bench.write("x", "held", "0660"));
            assertIs(file, "held", 0660);
            assertEquals(Optional.empty(), bench.kept.findBeside(bench.target("x")));
            Files.delete(file);
            AttributeCalls.remove(bench.root, DEFAULT);
        }
    }

    @Test
    void what_else_was_set_on_a_file_without_a_list_comes_back_alone() throws IOException {
        var file = older("x");
        AttributeCalls.set(file, COLOUR, "red".getBytes(StandardCharsets.UTF_8));
        done(new Delete(bench.target("x")));
        done(bench.write("x", "held", "0660"));
        assertIs(file, "held", 0660, COLOUR);
    }

    /** As with any other program: whoever set the default list meant what is put there afterwards. Its mode is the wished one. */
    @Test
    void a_new_file_gets_what_the_folder_gives_and_the_mode_that_is_declared() throws IOException {
        share();
        var made = Files.writeString(bench.at("made"), "by another program");
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r-----"));
        done(bench.write("x", "new", "0640"));
        assertIs(bench.at("x"), "new", 0640, AccessLists.NAME);
        assertArrayEquals(
                AttributeCalls.value(made, AccessLists.NAME), AttributeCalls.value(bench.at("x"), AccessLists.NAME));

        done(bench.write("x", "newer", "0640"));
        assertIs(bench.at("x"), "newer", 0640, AccessLists.NAME);
    }

    @Test
    void another_file_than_the_one_that_was_taken_away_is_a_new_one() throws IOException {
        older("x");
        done(new Delete(bench.target("x")));
        done(bench.write("x", "other", "0660"));
        assertTrue(AttributeCalls.names(bench.at("x")).contains(AccessLists.NAME));
    }

    @Test
    void where_no_folder_gives_anything_nothing_is_kept_of_a_file_without_a_list() throws IOException {
        bench.put("x", "held", "rw-rw----");
        done(new Delete(bench.target("x")));
        assertEquals(Optional.empty(), bench.kept.findBeside(bench.target("x")));
    }
}
