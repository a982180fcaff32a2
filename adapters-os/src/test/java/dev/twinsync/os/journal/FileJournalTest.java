package dev.twinsync.os.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the disk, a crash and other people may do to the files of a journal. */
class FileJournalTest {

    @TempDir
    Path directory;

    private Path folder;
    private Path file;
    private Path memory;

    @BeforeEach
    void nothing_is_there() {
        folder = directory.resolve("runs/device");
        file = folder.resolve("journal.jsonl");
        memory = folder.resolve("memory.json");
    }

    private FileJournal journal() {
        return new FileJournal(folder);
    }

    private static Tree record(Object what) {
        return Tree.map().put("what", String.valueOf(what)).build();
    }

    private static String refused(Executable work) {
        return assertThrows(IOException.class, work).getMessage();
    }

    private static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    }

    @Test
    void looking_makes_nothing() throws IOException {
        journal().open();
        journal().memory();
        assertFalse(Files.exists(folder.getParent()));
    }

    @Test
    void nobody_else_may_read_it() throws IOException {
        journal().append(record(1));
        assertEquals(0700, mode(folder));
        assertEquals(0600, mode(file));
        journal().close(record("memory"));
        assertEquals(0600, mode(memory));
    }

    @Test
    void a_record_is_one_line_of_json() throws IOException {
        journal().append(record("new\nline"));
        assertEquals(
                "{\"run\":1,\"number\":1,\"record\":{\"what\":\"new\\nline\"},\"crc32\":\"40fd5c94\"}\n",
                Files.readString(file));
    }

    @Test
    void a_record_that_is_too_long_is_refused_with_the_way_out_and_nothing_is_begun() throws IOException {
        var refused = refused(() -> journal().append(record("x".repeat(9 << 20))));
        assertTrue(refused.contains("--only"), refused);
        assertEquals(List.of(), journal().open());
    }

    @Test
    void cut_anywhere_it_is_read_and_goes_on_behind_the_last_whole_record() throws IOException {
        var writer = journal();
        for (int number = 1; number <= 3; number++) {
            writer.append(record(number));
        }
        var bytes = Files.readAllBytes(file);
        for (int length = 0; length <= bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            var whole = journal().open();
            journal().append(record("new"));
            var now = journal().open();
            assertEquals(whole, now.subList(0, whole.size()));
            assertEquals(record("new"), now.getLast());
            assertEquals(whole.size() + 1, now.size());
        }
    }

    @Test
    void a_last_line_that_is_complete_but_damaged_is_left_out_and_then_taken_away() throws IOException {
        journal().append(record(1));
        Files.writeString(file, "{\"run\":1,\"number\":2,\"rec\n", StandardOpenOption.APPEND);
        assertEquals(List.of(record(1)), journal().open());
        journal().append(record(2));
        assertEquals(List.of(record(1), record(2)), journal().open());
    }

    @Test
    void damage_before_the_last_line_stops_reading_writing_and_closing_with_the_remedy() throws IOException {
        journal().append(record(1));
        journal().append(record(2));
        Files.writeString(file, Files.readString(file).replaceFirst("1", "2"));
        for (Executable work : List.<Executable>of(
                () -> journal().open(),
                () -> journal().append(record(3)),
                () -> journal().close(record("x")))) {
            var message = refused(work);
            assertTrue(message.startsWith(file + ":1 is damaged"), message);
            assertTrue(message.contains("mv " + file), message);
        }
        Files.move(file, folder.resolve("journal.jsonl.damaged"));
        journal().append(record(4));
        assertEquals(List.of(record(4)), journal().open());
    }

    @Test
    void damaged_memory_is_told_with_the_remedy() throws IOException {
        journal().close(record("memory"));
        Files.writeString(memory, "{}");
        assertTrue(refused(() -> journal().memory()).contains("mv " + memory));
        assertTrue(refused(() -> journal().append(record(1))).contains("mv " + memory));
    }

    @Test
    void a_crash_before_the_memory_is_complete_leaves_the_run_open() throws IOException {
        journal().append(record(1));
        Files.writeString(folder.resolve(".new-memory.json"), "{\"run\":1,\"num");
        assertEquals(List.of(record(1)), journal().open());
        assertEquals(Optional.empty(), journal().memory());
        journal().close(record("memory"));
        assertEquals(Optional.of(record("memory")), journal().memory());
    }

    @Test
    void a_crash_right_after_the_memory_is_complete_leaves_the_run_closed() throws IOException {
        journal().append(record(1));
        var records = Files.readAllBytes(file);
        journal().close(record("memory"));
        Files.write(file, records);
        assertEquals(List.of(), journal().open());
        assertEquals(Optional.of(record("memory")), journal().memory());
        journal().append(record(2));
        assertEquals(List.of(record(2)), journal().open());
    }

    @Test
    void a_run_that_could_not_be_closed_stays_open() throws IOException {
        var writer = journal();
        writer.append(record(1));
        Files.createDirectories(folder.resolve(".new-memory.json/in-the-way"));
        refused(() -> writer.close(record("memory")));
        assertEquals(List.of(record(1)), journal().open());
        writer.append(record(2));
        assertEquals(List.of(record(1), record(2)), journal().open());
    }

    @Test
    void a_link_in_place_of_a_file_is_neither_read_nor_written() throws IOException {
        journal().append(record(1));
        var outside = Files.move(file, directory.resolve("outside"));
        Files.createSymbolicLink(file, outside);
        var before = Files.readString(outside);
        assertTrue(refused(() -> journal().open()).contains("is not a file"));
        assertTrue(refused(() -> journal().append(record(2))).contains("is not a file"));
        assertEquals(before, Files.readString(outside));
    }

    @Test
    void a_record_that_is_refused_leaves_the_journal_as_it_was() throws IOException {
        var writer = journal();
        writer.append(record(1));
        var twice = Tree.map().put("a", "1").put("a", "2").build();
        assertThrows(IllegalArgumentException.class, () -> writer.append(twice));
        writer.append(record(2));
        assertEquals(List.of(record(1), record(2)), journal().open());
    }

    @Test
    void an_interrupt_neither_hinders_a_write_nor_the_ones_after_it() throws IOException {
        var writer = journal();
        Thread.currentThread().interrupt();
        try {
            writer.append(record(1));
            writer.append(record(2));
            assertEquals(List.of(record(1), record(2)), journal().open());
            writer.close(record("memory"));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(Optional.of(record("memory")), journal().memory());
    }
}
