package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.Trees;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.Memory;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.RememberedBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KnownDocumentsTest {

    private static final String SOURCE = "state/packages.yaml";
    private static final String LONG = "packages:\n" + "  - {name: htop}\n".repeat(1_000);

    private final RememberedBytes memory = new RememberedBytes();
    private static final String SHORT = "packages:\n  - {name: htop}\n";

    private final Recollection recollection = Recollection.of(memory, false);
    private final KnownDocuments known = new KnownDocuments(recollection);

    private static byte[] bytes(String yaml) {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<Tree> trees() {
        return Trees.tree();
    }

    @Property
    void a_tree_comes_back_with_all_its_places(@ForAll("trees") Tree tree) throws IOException {
        if (YamlTree.read(SOURCE, bytes(YamlTree.write("", tree))) instanceof Reading.Value<Tree>(var read)) {
            assertEquals(read, TreeCodec.decode(SOURCE, TreeCodec.encode(read), 0));
        }
    }

    @Test
    void any_text_comes_back_however_long() throws IOException {
        for (var text : List.of("", "\ud83d", "x".repeat(20_000), "x".repeat(20_001), "\ud83d\ude00".repeat(30_001))) {
            var tree = new Tree.Scalar(text, false, new Place(SOURCE, 3, 4));
            assertEquals(tree, TreeCodec.decode(SOURCE, TreeCodec.encode(tree), 0));
        }
    }

    @Property
    void bytes_that_are_cut_off_or_go_on_are_no_tree(@ForAll("trees") Tree tree) {
        var encoded = TreeCodec.encode(tree);
        for (int length = 0; length < encoded.length; length += 1 + encoded.length / 50) {
            var part = Arrays.copyOf(encoded, length);
            assertThrows(IOException.class, () -> TreeCodec.decode(SOURCE, part, 0));
        }
        assertThrows(IOException.class, () -> TreeCodec.decode(SOURCE, Arrays.copyOf(encoded, encoded.length + 1), 0));
    }

    @Test
    void what_was_read_is_not_parsed_again() {
        var first = known.read(SOURCE, bytes(LONG));
        assertEquals(YamlTree.read(SOURCE, bytes(LONG)), first);
        assertEquals(0, memory.kept.size(), "the disk was not left to what matters until the end");
        recollection.keep();
        var planted = plantedBehind(LONG, memory);
        var next = new KnownDocuments(Recollection.of(memory, false));
        assertEquals(planted, next.read(SOURCE, bytes(LONG)), "it was parsed");
    }

    @Test
    void what_is_short_is_not_parsed_again_either_and_kept_by_the_end_of_the_command() {
        known.read(SOURCE, bytes(SHORT));
        assertEquals(plantedBehind(SHORT, recollection.small()), known.read(SOURCE, bytes(SHORT)), "it was parsed");
        recollection.keep();
        var next = new KnownDocuments(Recollection.of(memory, false));
        assertInstanceOf(Reading.Value.class, next.read(SOURCE, bytes(SHORT)));
        assertNotEquals(YamlTree.read(SOURCE, bytes(SHORT)), next.read(SOURCE, bytes(SHORT)), "it was parsed");
        var changed = SHORT.replace("htop", "atop");
        assertEquals(YamlTree.read(SOURCE, bytes(changed)), next.read(SOURCE, bytes(changed)));
    }

    /** Puts another tree behind that text, and gives it. */
    private Reading<?> plantedBehind(String yaml, Memory where) {
        var name = where == memory ? memory.kept.keySet().iterator().next() : SOURCE;
        var other = assertInstanceOf(Reading.Value.class, YamlTree.read(SOURCE, bytes("other: true\n")));
        var encoded = TreeCodec.encode((Tree) other.value());
        int text = Integer.BYTES + bytes(yaml).length;
        var planted = Arrays.copyOf(where.recall(name).orElseThrow(), text + encoded.length);
        System.arraycopy(encoded, 0, planted, text, encoded.length);
        where.keep(name, planted);
        return other;
    }

    @Test
    void a_text_that_changed_is_read() {
        known.read(SOURCE, bytes(LONG));
        var changed = LONG.replaceFirst("htop", "atop");
        assertEquals(YamlTree.read(SOURCE, bytes(changed)), known.read(SOURCE, bytes(changed)));
    }

    @Test
    void the_same_text_under_another_name_says_its_own_places() {
        known.read(SOURCE, bytes(LONG));
        assertEquals(YamlTree.read("live/packages.yaml", bytes(LONG)), known.read("live/packages.yaml", bytes(LONG)));
    }

    @Test
    void what_is_wrong_is_told_every_time_and_never_kept() {
        var wrong = LONG + "\t- x: [\n";
        var told = YamlTree.read(SOURCE, bytes(wrong));
        assertInstanceOf(Reading.Wrong.class, told);
        assertEquals(told, known.read(SOURCE, bytes(wrong)));
        assertEquals(told, known.read(SOURCE, bytes(wrong)));
        recollection.keep();
        assertEquals(0, memory.kept.size());
    }

    @Test
    void a_memory_that_is_spoiled_is_read_over() {
        known.read(SOURCE, bytes(LONG));
        recollection.keep();
        memory.kept.replaceAll((_, kept) -> Arrays.copyOf(kept, kept.length / 2));
        var next = new KnownDocuments(Recollection.of(memory, false));
        assertEquals(YamlTree.read(SOURCE, bytes(LONG)), next.read(SOURCE, bytes(LONG)));
    }
}
