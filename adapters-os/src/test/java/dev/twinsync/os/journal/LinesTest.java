package dev.twinsync.os.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the bytes of a journal: what is read is the beginning of what was written, or a refusal. */
class LinesTest {

    private static final Path FILE = Path.of("journal.jsonl");

    private static Arbitrary<List<Tree>> records() {
        Arbitrary<Tree> scalar = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(4).map(Tree::text),
                Arbitraries.integers().map(Tree::literal),
                Arbitraries.of(true, false).map(Tree::literal));
        Arbitrary<Tree> record = Combinators.combine(
                        Arbitraries.strings().all().ofMaxLength(3),
                        scalar,
                        scalar.list().ofMaxSize(2))
                .as((key, value, list) -> Tree.map()
                        .put("key " + key, value)
                        .put("list", Tree.list(list))
                        .build());
        return record.list().ofMaxSize(3);
    }

    private static byte[] written(List<Tree> records) {
        var bytes = new ByteArrayOutputStream();
        for (int number = 0; number < records.size(); number++) {
            bytes.writeBytes(line(7, number + 1, records.get(number)));
        }
        return bytes.toByteArray();
    }

    private static byte[] line(long run, long number, Tree record) {
        try {
            return new Line(run, number, record).bytes();
        } catch (IOException tooLong) {
            throw new UncheckedIOException(tooLong);
        }
    }

    private static Lines read(byte[] bytes) {
        try {
            return Lines.of(bytes, FILE);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static void assertBeginning(List<Tree> records, Lines read) {
        assertEquals(records.subList(0, read.whole().size()), read.records());
    }

    @Test
    void whatever_was_written_is_read_to_its_last_byte() {
        Property.forAll(records(), records -> {
            var bytes = written(records);
            assertEquals(records, read(bytes).records());
            assertEquals(bytes.length, read(bytes).bytes());
        });
    }

    @Test
    void cut_anywhere_it_is_the_whole_lines_before_the_cut() {
        Property.forAll(
                records(),
                records -> IntStream.rangeClosed(0, written(records).length).forEach(length -> {
                    var bytes = Arrays.copyOf(written(records), length);
                    var read = read(bytes);
                    assertBeginning(records, read);
                    assertEquals(
                            IntStream.range(0, length)
                                    .filter(at -> bytes[at] == '\n')
                                    .count(),
                            read.whole().size());
                }));
    }

    @Test
    void with_one_bit_changed_anywhere_nothing_is_read_that_was_not_written() {
        var random = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        Property.forAll(Combinators.combine(records(), random).as(List::of), pair -> {
            @SuppressWarnings("unchecked")
            var records = (List<Tree>) pair.getFirst();
            var bytes = written(records);
            if (bytes.length > 0) {
                int where = (int) pair.getLast();
                bytes[where / 8 % bytes.length] ^= (byte) (1 << where % 8);
                try {
                    assertBeginning(records, Lines.of(bytes, FILE));
                } catch (IOException damaged) {
                    assertTrue(damaged.getMessage().contains("is damaged"));
                }
            }
        });
    }

    @Test
    void a_tail_of_zeros_as_a_power_cut_leaves_it_is_cut_off() {
        var records = List.<Tree>of(Tree.map().build());
        var bytes = written(records);
        var read = read(Arrays.copyOf(bytes, bytes.length + 4096));
        assertEquals(records, read.records());
        assertEquals(bytes.length, read.bytes());
    }

    private static String damage(String content) {
        return assertThrows(IOException.class, () -> Lines.of(content.getBytes(), FILE))
                .getMessage();
    }

    @Test
    void damage_before_the_last_line_is_told_with_file_line_and_remedy() {
        var good = new String(written(List.of(Tree.map().build())));
        var message = damage(good + "{damaged\n" + good);
        assertTrue(message.startsWith("journal.jsonl:2 is damaged"), message);
        assertTrue(message.endsWith("mv journal.jsonl journal.jsonl.damaged"), message);
    }

    @Test
    void a_line_twice_or_of_another_run_is_damage() {
        var first = new String(line(7, 1, Tree.map().build()));
        var other = new String(line(8, 2, Tree.map().build()));
        assertTrue(damage(first + first + first).contains(":2 "));
        assertTrue(damage(first + other + other).contains(":2 "));
    }

    @Test
    void a_record_that_could_not_be_read_again_is_not_written() {
        var twice = Tree.map().put("a", "1").put("a", "2").build();
        assertThrows(IllegalArgumentException.class, () -> line(1, 1, twice));
    }
}
