package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {

    @TempDir
    Path directory;

    private List<String> last(long most, byte[] content) {
        try (var log = OpenLog.of(Files.write(directory.resolve("log"), content))) {
            return LastLines.of(log, most);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Unread refused) {
            throw new AssertionError(refused);
        }
    }

    private List<String> last(long most, String content) {
        return last(most, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> tail(long most, String content) {
        var all = content.lines().toList();
        return all.subList((int) Math.max(0, all.size() - most), all.size());
    }

    @Test
    void they_are_the_last_lines_whatever_the_content() {
        Arbitrary<String> parts =
                Arbitraries.of("a", "é", "😀", "\u0000", "\t", "\n", "\n", "\r\n", "w".repeat(30_000) + "\n");
        Property.forAll(parts.list().ofMaxSize(8).map(list -> String.join("", list)), content -> {
            for (int most : new int[] {1, 3, 200}) {
                var lines = last(most, content);
                var expected = tail(most, content).stream()
                        .map(line -> Shortened.of(bytes(line), bytes(line).length, false))
                        .toList();
                assertEquals(expected, lines, () -> most + " lines of " + content.length() + " characters");
            }
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void bytes_that_are_no_text_become_replacement_characters() {
        Arbitrary<byte[]> noise = Arbitraries.bytes()
                .filter(one -> one != '\n' && one != '\r')
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(40);
        Property.forAll(
                noise, bytes -> assertEquals(List.of(new String(bytes, StandardCharsets.UTF_8)), last(9, bytes)));
    }

    @Test
    void a_last_line_without_an_end_is_kept_as_it_is() {
        assertEquals(List.of("two", "thr"), last(2, "one\ntwo\nthr"));
    }

    @Test
    void a_carriage_return_stays_unless_it_belongs_to_the_end() {
        assertEquals(List.of("10 %\r20 %", "done\r"), last(2, "10 %\r20 %\r\ndone\r"));
    }

    @Test
    void a_long_line_is_cut_behind_4096_characters_and_says_how_much_is_missing() {
        assertEquals(
                List.of("x".repeat(4096) + " [904 bytes of this line left out by twin]", "end"),
                last(9, "x".repeat(5000) + "\nend\n"));
        assertEquals(List.of("é".repeat(4096) + " [2 bytes of this line left out by twin]"), last(9, "é".repeat(4097)));
        assertEquals(List.of("é".repeat(4096)), last(9, "é".repeat(4096)));
    }

    @Test
    void no_character_is_cut_in_half() {
        assertEquals(
                List.of("x" + "😀".repeat(2047) + " [4 bytes of this line left out by twin]"),
                last(9, "x" + "😀".repeat(2048)));
    }

    @Test
    void there_are_fewer_lines_where_they_are_long() {
        var lines = last(5000, ("x".repeat(4000) + "\n").repeat(100));
        assertEquals(Collections.nCopies(LastLines.MOST_BYTES / 4001, "x".repeat(4000)), lines);
    }

    @Test
    void of_a_huge_file_only_the_end_is_read() throws Exception {
        var bytes = new CountingBytes(100L << 32, at -> at % 100 == 99 ? (byte) '\n' : (byte) 'x');
        assertEquals(Collections.nCopies(200, "x".repeat(99)), LastLines.of(bytes.open(), 200));
        assertTrue(bytes.read() <= 1 << 16, () -> bytes.read() + " bytes read");
    }

    @Test
    void a_line_of_100_mb_is_neither_held_nor_read_to_its_beginning() throws Exception {
        var bytes = new CountingBytes(100_000_000, at -> at == 99_999_999 ? (byte) '\n' : (byte) 'x');
        var line = LastLines.of(bytes.open(), 200).getFirst();
        assertTrue(line.startsWith("[the beginning of this line left out by twin] xxx"), line.substring(0, 60));
        assertTrue(line.length() < 4300, () -> line.length() + " characters");
        assertEquals(LastLines.FURTHEST, bytes.read());
        assertTrue(bytes.largestBlock() <= 1 << 16, () -> bytes.largestBlock() + " bytes at once");
    }

    @Test
    void a_line_of_ten_mb_is_shown_from_its_beginning() throws Exception {
        var bytes = new CountingBytes(10_000_000, at -> at == 3 ? (byte) '\n' : (byte) 'x');
        assertEquals(
                List.of("xxx", "x".repeat(4096) + " [9995900 bytes of this line left out by twin]"),
                LastLines.of(bytes.open(), 200));
    }
}
