package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel that answers as told; the real one is asked on the lab machine. */
class UnchangeableTest {

    private static final FileMode MODE = new FileMode("0644");

    @TempDir
    private Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() throws IOException {
        bench = new Bench(directory);
        Files.createDirectory(bench.at("folder"));
        bench.put("folder/file", "x");
    }

    private void check(FileAction action, String place, String reason) throws IOException, Refusal {
        var stubborn = bench.at(place);
        new Unchangeable(asked -> {
                    if (asked.equals(stubborn)) {
                        throw new FileSystemException(asked.toString(), null, reason);
                    }
                })
                .check(action, Path.of(action.key()));
    }

    private void assertTold(FileAction action, String place, String reason, String remedy) {
        var told =
                assertThrows(Refusal.class, () -> check(action, place, reason)).getMessage();
        assertTrue(told.startsWith(bench.at(place) + ": ") && told.contains(remedy), told);
    }

    private void assertNothing(FileAction action, String place, String reason) {
        assertDoesNotThrow(() -> check(action, place, reason));
    }

    private SetAttributes dress() {
        return new SetAttributes(bench.target("folder/file"), MODE, bench.owner(), bench.group());
    }

    @Test
    void nothing_is_put_into_a_folder_that_is_read_only_or_immutable_nor_taken_out() throws IOException {
        var link = new Link(bench.target("folder/link"), new LinkTarget("/nowhere"));
        var delete = new Delete(bench.target("folder/file"));
        assertTold(bench.write("folder/file", "y", "0644"), "folder", Sentences.READ_ONLY, "mounted writable");
        assertTold(bench.write("folder/new/deep", "y", "0644"), "folder", Sentences.IMMUTABLE, "chattr -i");
        assertTold(link, "folder", Sentences.READ_ONLY, "mounted writable");
        assertTold(delete, "folder", Sentences.IMMUTABLE, "lsattr");
    }

    @Test
    void an_immutable_file_is_neither_replaced_nor_deleted_nor_dressed() throws IOException {
        assertTold(bench.write("folder/file", "y", "0644"), "folder/file", Sentences.IMMUTABLE, "lsattr");
        assertTold(new Delete(bench.target("folder/file")), "folder/file", Sentences.IMMUTABLE, "lsattr");
        assertTold(dress(), "folder/file", Sentences.IMMUTABLE, "lsattr");
    }

    @Test
    void what_is_in_an_immutable_folder_can_be_dressed_and_not_on_a_read_only_one() {
        assertNothing(dress(), "folder", Sentences.IMMUTABLE);
        assertTold(dress(), "folder/file", Sentences.READ_ONLY, "mounted writable");
    }

    @Test
    void what_is_mounted_on_a_file_is_not_to_be_mounted_writable() throws IOException {
        assertNothing(bench.write("folder/file", "y", "0644"), "folder/file", Sentences.READ_ONLY);
    }

    @Test
    void a_link_is_replaced_whatever_it_leads_to() throws IOException {
        Files.createSymbolicLink(bench.at("folder/link"), bench.at("folder/file"));
        assertNothing(new Delete(bench.target("folder/link")), "folder/link", Sentences.IMMUTABLE);
    }

    @Test
    void what_only_this_user_may_not_is_no_obstacle_for_root() throws IOException {
        var write = bench.write("folder/file", "y", "0644");
        var denied = new Unchangeable(asked -> {
            throw new AccessDeniedException(asked.toString());
        });
        assertDoesNotThrow(() -> denied.check(write, bench.at("folder/file")));
        assertNothing(write, "folder", "Input/output error");
    }
}
