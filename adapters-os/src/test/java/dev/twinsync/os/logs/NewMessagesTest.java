package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.logs.FileSource.Parse;
import dev.twinsync.domain.logs.LogGap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every message is new once, whatever becomes of the file that it is in. */
class NewMessagesTest {

    @TempDir
    Path directory;

    private LogBench bench;

    @BeforeEach
    void twoMessages() throws Exception {
        bench = new LogBench(directory);
        bench.write("a", "b");
    }

    private void readOnce() throws Exception {
        assertEquals(List.of("a", "b"), bench.fresh());
    }

    private void finds(String... expected) throws Exception {
        var words = new ArrayList<String>();
        var found = bench.read(words);
        assertEquals(List.of(expected), words);
        assertEquals(List.of(), found.count().gaps());
        assertEquals(List.of(), bench.fresh(), "once more");
    }

    @Test
    void a_log_that_nothing_was_written_to_has_nothing_new_and_no_gap() throws Exception {
        readOnce();
        finds();
    }

    @Test
    void what_was_appended_is_new() throws Exception {
        readOnce();
        bench.write("c");
        finds("c");
    }

    @Test
    void what_is_not_a_whole_line_is_new_once_it_is_one() throws Exception {
        readOnce();
        var line = bench.line("in two halves");
        bench.append(line.substring(0, line.length() - 6));
        finds();
        bench.append(line.substring(line.length() - 6) + "\n");
        finds("in two halves");
    }

    @Test
    void lines_without_a_time_belong_to_the_message_before() throws Exception {
        readOnce();
        bench.write("c");
        bench.append("  at some.Class\nCaused by: error\n\n");
        finds("c");
    }

    @Test
    void a_renamed_log_is_finished_first() throws Exception {
        readOnce();
        bench.write("c");
        bench.rename("", ".1");
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void a_renamed_log_is_finished_with_a_last_line_that_has_no_end() throws Exception {
        readOnce();
        bench.append(bench.line("c"));
        bench.rename("", ".1");
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void a_log_renamed_after_the_date_is_finished_first() throws Exception {
        readOnce();
        bench.write("c");
        bench.rename("", "-20261122");
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void a_packed_log_is_finished_first() throws Exception {
        readOnce();
        bench.write("c");
        bench.rename("", ".1");
        bench.zip(".1");
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void logs_that_came_and_went_between_two_captures_are_all_read_in_order() throws Exception {
        readOnce();
        bench.write("c");
        bench.rename("", ".1");
        bench.write("d");
        bench.rename(".1", ".2");
        bench.zip(".2");
        bench.rename("", ".1");
        bench.write("e");
        finds("c", "d", "e");
    }

    @Test
    void a_log_that_gzip_is_just_packing_is_read_once() throws Exception {
        readOnce();
        bench.write("c");
        bench.rename("", ".1");
        Files.write(bench.beside(".1.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void a_log_that_was_copied_and_emptied_is_finished_in_the_copy() throws Exception {
        readOnce();
        bench.write("c");
        bench.copyAndEmpty(".1");
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void a_log_that_was_copied_and_emptied_and_grew_past_where_it_was_is_finished_in_the_copy() throws Exception {
        readOnce();
        bench.copyAndEmpty(".1");
        bench.write("c", "d", "e", "f");
        finds("c", "d", "e", "f");
    }

    @Test
    void a_log_that_was_emptied_without_a_copy_has_a_gap() throws Exception {
        readOnce();
        bench.write("c");
        Files.write(bench.log, new byte[0]);
        bench.write("d");
        var words = new ArrayList<String>();
        var gap = bench.read(words).count().gaps().getFirst();
        assertEquals(List.of("d"), words);
        assertEquals(Optional.of("2026-11-22T17:31:00Z"), gap.from());
        assertEquals(Optional.of("2026-11-22T17:33:00Z"), gap.to());
        assertTrue(gap.reason().contains("deleted before twin could read it"), gap.reason());
        finds();
    }

    @Test
    void a_log_whose_rotated_part_is_gone_has_a_gap() throws Exception {
        readOnce();
        bench.rename("", ".1");
        Files.delete(bench.beside(".1"));
        bench.append("no time\n");
        var gap = bench.gaps().getFirst();
        assertEquals(Optional.of("2026-11-22T17:31:00Z"), gap.from());
        assertEquals(Optional.empty(), gap.to());
        finds();
    }

    @Test
    void a_packed_log_that_is_broken_is_a_gap_and_no_failure() throws Exception {
        readOnce();
        bench.write("c");
        bench.rename("", ".1");
        bench.zip(".1");
        var packed = Files.readAllBytes(bench.beside(".1.gz"));
        Files.write(bench.beside(".1.gz"), Arrays.copyOf(packed, packed.length - 12));
        bench.write("d");
        var reasons = bench.gaps().stream().map(LogGap::reason).toList().toString();
        assertTrue(reasons.contains("syslog.1.gz could not be read"), reasons);
        finds();
    }

    @Test
    void a_rotated_log_that_became_a_link_or_a_folder_is_not_followed() throws Exception {
        readOnce();
        bench.rename("", ".kept");
        Files.createSymbolicLink(bench.beside(".1"), bench.beside(".kept"));
        Files.createDirectory(bench.beside(".2"));
        bench.write("d");
        var words = new ArrayList<String>();
        var reasons = bench.read(words).count().gaps().stream()
                .map(LogGap::reason)
                .toList()
                .toString();
        assertEquals(List.of("d"), words);
        assertTrue(reasons.contains("symbolic link") && reasons.contains("is a folder"), reasons);
    }

    @Test
    void a_log_that_was_empty_before_is_all_new() throws Exception {
        Files.write(bench.log, new byte[0]);
        assertEquals(List.of(), bench.fresh());
        bench.write("c");
        finds("c");
    }

    @Test
    void a_log_that_was_empty_before_and_was_rotated_is_all_new() throws Exception {
        Files.write(bench.log, new byte[0]);
        assertEquals(List.of(), bench.fresh());
        bench.write("c");
        bench.rename("", ".1");
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void a_log_that_was_empty_before_is_all_new_also_where_it_was_copied_and_packed() throws Exception {
        Files.write(bench.log, new byte[0]);
        assertEquals(List.of(), bench.fresh());
        bench.write("c");
        bench.copyAndEmpty(".1");
        bench.zip(".1");
        bench.write("d");
        finds("c", "d");
    }

    @Test
    void where_what_was_read_is_gone_what_came_later_is_still_read() throws Exception {
        readOnce();
        bench.rename("", ".1");
        bench.write("c");
        bench.rename(".1", ".2");
        bench.rename("", ".1");
        Files.delete(bench.beside(".2"));
        bench.write("d");
        var words = new ArrayList<String>();
        assertEquals(1, bench.read(words).count().gaps().size());
        assertEquals(List.of("c", "d"), words);
        finds();
    }

    @Test
    void a_log_of_which_a_copy_took_the_place_goes_on() throws Exception {
        readOnce();
        bench.replaceByCopy();
        bench.write("c");
        finds("c");
    }

    @Test
    void an_old_log_that_was_rotated_away_long_ago_is_not_read_again() throws Exception {
        readOnce();
        bench.rename("", ".1");
        bench.write("c");
        finds("c");
        bench.write("d");
        finds("d");
    }

    @Test
    void a_file_beside_it_that_is_not_of_it_is_not_read() throws Exception {
        readOnce();
        Files.copy(bench.log, bench.beside(".bak"));
        Files.copy(bench.log, bench.beside("2.1"));
        bench.rename("", ".1");
        bench.write("c");
        finds("c");
    }

    @Test
    void nothing_is_lost_and_nothing_counted_twice_whatever_happens_in_whatever_order() {
        var steps = Arbitraries.of("write", "write", "rename", "zip", "copy", "half", "read");
        Property.forSome(60, steps.list().ofMaxSize(14), list -> {
            try {
                everythingOnce(list);
            } catch (IOException | Unread failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private void everythingOnce(List<String> steps) throws IOException, Unread {
        var one = new LogBench(Files.createTempDirectory(directory, "run"));
        var written = new ArrayList<String>();
        var read = new ArrayList<String>();
        int number = 0;
        one.append("");
        one.read(read);
        for (String step : steps) {
            number++;
            switch (step) {
                case "write" -> {
                    one.write("m" + number);
                    written.add("m" + number);
                }
                case "half" -> {
                    var line = one.line("m" + number) + "\n";
                    one.append(line.substring(0, 25));
                    if (number % 2 == 0) {
                        one.read(read);
                    }
                    one.append(line.substring(25));
                    written.add("m" + number);
                }
                case "rename" -> {
                    if (Files.exists(one.log) && Files.size(one.log) > 0) {
                        one.rename("", "-" + number);
                    }
                }
                case "copy" -> {
                    if (Files.exists(one.log) && Files.size(one.log) > 0) {
                        one.copyAndEmpty("-" + number);
                    }
                }
                case "zip" -> {
                    for (int old = 1; old < number; old++) {
                        if (Files.exists(one.beside("-" + old))) {
                            one.zip("-" + old);
                        }
                    }
                }
                case "read" -> {
                    if (Files.exists(one.log)) {
                        one.read(read);
                    }
                }
                default -> throw new AssertionError(step);
            }
        }
        one.append("");
        one.read(read);
        assertEquals(written, read);
    }

    @Test
    void a_mark_that_is_none_makes_everything_new() {
        for (String text :
                List.of("", "1", "2 1f 5 5 0123456789abcdef -", "1 x 5 5 0123456789abcdef -", "1 1 1 1 \n -")) {
            assertEquals(Optional.empty(), FileMark.parse(text), text);
        }
    }

    @Test
    void a_mark_comes_back_from_its_text_and_does_not_show_what_the_log_begins_with() throws Exception {
        readOnce();
        var mark = bench.mark();
        assertEquals(Files.size(bench.log), mark.offset());
        assertEquals(Optional.of("2026-11-22T17:31:00Z"), mark.last());
        assertEquals(Optional.of(mark), FileMark.parse(mark.text()));
        var high =
                new FileMark(-1, 0, 0, "0123456789abcdef", Optional.empty(), Optional.of(Instant.ofEpochSecond(-7, 5)));
        assertEquals(Optional.of(high), FileMark.parse(high.text()));
    }

    @Test
    void of_more_than_is_read_at_once_only_the_end_is_counted_and_the_rest_is_a_gap() throws Exception {
        readOnce();
        var line = bench.line("x".repeat(967)) + "\n";
        Files.write(bench.log, line.repeat(2000).getBytes(), StandardOpenOption.APPEND);
        var words = new ArrayList<String>();
        var gap = bench.read(words).count().gaps().getFirst();
        assertEquals(MessageCount.MOST / line.length(), words.size());
        assertEquals(Optional.of("2026-11-22T17:31:00Z"), gap.from());
        assertEquals(Optional.of("2026-11-22T17:32:00Z"), gap.to());
        assertTrue(gap.reason().contains("384 KiB"), gap.reason());
        finds();
    }

    @Test
    void of_more_than_is_read_at_once_in_a_packed_log_only_the_end_is_counted() throws Exception {
        readOnce();
        var lines = IntStream.range(0, 3000)
                .mapToObj(i -> bench.line("x".repeat(800)) + "\n")
                .toList();
        bench.append(String.join("", lines));
        bench.write("end");
        bench.rename("", ".1");
        bench.zip(".1");
        bench.write("d");
        var words = new ArrayList<String>();
        assertEquals(1, bench.read(words).count().gaps().size());
        assertEquals(List.of("end", "d"), words.subList(words.size() - 2, words.size()));
        assertTrue(words.size() < 1300, () -> words.size() + " messages");
    }

    @Test
    void of_a_line_of_100_mb_no_more_is_read_than_at_once() throws Exception {
        var bytes = new CountingBytes(100_000_000, _ -> (byte) 'x');
        var count = new MessageCount(
                LineSyntax.of(Parse.SYSLOG).orElseThrow(), LogBench.TIMES, Optional.empty(), (_, _) -> {
                    throw new AssertionError("there is no message");
                });
        assertEquals(100_000_000, count.take(bytes.open(), 5, false));
        assertEquals(MessageCount.MOST + 1, bytes.read());
    }

    @Test
    void the_rest_of_an_endless_line_is_no_message_even_if_it_looks_like_one() throws Exception {
        Files.write(bench.log, "x".repeat(2 << 20).getBytes());
        assertEquals(List.of(), bench.fresh());
        bench.write("forged");
        bench.write("real");
        finds("real");
    }
}
