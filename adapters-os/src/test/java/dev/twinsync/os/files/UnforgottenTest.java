package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.os.Heard;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a file besides its content and cannot be read, or cannot be forgotten: that is told, and what can be done is. */
class UnforgottenTest {

    @TempDir
    Path directory;

    private Bench bench;
    private Path kept;

    @BeforeEach
    void furnish() throws IOException {
        bench = new Bench(directory);
        coloured("x");
        assertEquals(new Attempt.Ran(), apply(new Delete(bench.target("x"))));
        kept = Path.of(bench.kept.findBeside(bench.target("x")).orElseThrow().place());
    }

    private Path coloured(String below) throws IOException {
        var file = bench.put(below, "held");
        AttributeCalls.set(file, "user.colour", "red".getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private Attempt apply(FileAction... actions) {
        return bench.files().apply(List.of(actions), Progress.SILENT);
    }

    private static String refused(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    /** Nothing of twin's, so it can be neither read nor deleted. */
    private void spoil() throws IOException {
        Files.delete(kept);
        Files.createDirectory(kept);
    }

    private void damage() throws IOException {
        var bytes = Files.readAllBytes(kept);
        bytes[bytes.length - 1] ^= 1;
        Files.write(kept, bytes);
    }

    private void assertNamesTheRemedy(String reason) {
        assertTrue(reason.contains("besides its mode when it was taken away is still kept: " + kept), reason);
        assertTrue(reason.contains("; mend that and delete " + kept + ", "), reason);
    }

    @Test
    void what_can_be_neither_read_nor_forgotten_is_told_before_anything_is_changed() throws IOException {
        spoil();
        assertNamesTheRemedy(refused(apply(bench.write("x", "new", "0644"))));
        assertFalse(Files.exists(bench.at("x")));

        bench.put("x", "by hand");
        assertNamesTheRemedy(refused(apply(bench.write("x", "new", "0644"))));
        assertEquals("by hand", Files.readString(bench.at("x")));
    }

    /** Services are to notice it, and no later plan would tell them of a file that is as it should be. */
    @Test
    void what_cannot_be_forgotten_any_more_once_the_file_is_there_is_told_and_the_file_counts_as_written()
            throws IOException {
        bench.put("x", "by hand");
        var write = bench.write("x", "new", "0644");
        WishedContent spoiling = path -> {
            spoil();
            return bench.open(path);
        };
        var ear = new Heard();
        assertEquals(new Attempt.Ran(), bench.files(spoiling, Bench.NO_PROGRAMS).apply(List.of(write), ear));
        assertEquals("new", Files.readString(bench.at("x")));
        var told = ear.said().getFirst();
        assertTrue(told.startsWith(bench.at("x") + " is in its place, but what was set on "), told);
        assertNamesTheRemedy(told);
    }

    @Test
    void what_a_disk_damaged_blocks_no_other_file_and_is_gone_then() throws IOException {
        damage();
        assertEquals(new Attempt.Ran(), apply(bench.write("x", "new", "0644")));
        assertEquals("new", Files.readString(bench.at("x")));
        assertEquals(List.of(), AttributeCalls.names(bench.at("x")));
        assertEquals(Optional.empty(), bench.kept.findBeside(bench.target("x")));
    }

    @Test
    void what_a_disk_damaged_blocks_the_file_that_may_be_the_one_it_is_of() throws IOException {
        damage();
        var reason = refused(apply(bench.write("x", "held", "0644")));
        assertTrue(reason.endsWith("is damaged; to have the file back without that, delete " + kept), reason);
        assertFalse(Files.exists(bench.at("x")));

        Files.createSymbolicLink(bench.at("x"), Path.of("/nowhere"));
        assertTrue(refused(apply(bench.write("x", "held", "0644"))).contains("is damaged; "), "behind a link, too");
        assertTrue(Files.isSymbolicLink(bench.at("x")));
    }

    @Test
    void that_it_is_still_kept_of_a_file_that_could_not_be_taken_away_is_told_besides_why() throws IOException {
        var file = coloured("x");
        var refusal = assertThrows(
                Refusal.class,
                () -> new Keepsake(bench.kept).takeAway(file, () -> {
                    spoil();
                    throw new IOException("Device or resource busy");
                }));
        assertTrue(refusal.getMessage().startsWith("Device or resource busy; "), refusal.getMessage());
        assertNamesTheRemedy(refusal.getMessage());
    }

    @Test
    void a_file_of_which_it_cannot_be_kept_stays_and_the_reason_is_told_once() throws IOException {
        var file = coloured("x");
        spoil();
        for (FileAction action :
                List.of(new Delete(bench.target("x")), new Link(bench.target("x"), new LinkTarget("/nowhere")))) {
            var reason = refused(apply(action));
            assertTrue(reason.contains("could not be kept for undo, so it was left as it is"), reason);
            assertEquals("held", Files.readString(file));
        }
        AttributeCalls.remove(file, "user.colour");
        var reason = refused(apply(new Delete(bench.target("x"))));
        assertNamesTheRemedy(reason);
        assertEquals(reason.indexOf("mend that"), reason.lastIndexOf("mend that"), reason);
    }
}
