package dev.twinsync.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static Arbitrary<Tree> scalar() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(8).map(Tree::text),
                Arbitraries.of("1.10", "true", "null", "", "\n", "\"", "\\", "\ud800")
                        .map(Tree::text),
                Arbitraries.of("true", "false", "-1.5e3", "0", "").map(Tree::literal),
                Arbitraries.longs().map(Tree::literal));
    }

    private static Arbitrary<Tree> deeper(Arbitrary<Tree> inner) {
        Arbitrary<Tree> map = Combinators.combine(
                        Arbitraries.strings()
                                .all()
                                .ofMaxLength(5)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(4),
                        inner.list().ofSize(4))
                .as(JsonReaderTest::map);
        return Arbitraries.oneOf(inner.list().ofMaxSize(4).map(Tree::list), map);
    }

    private static Tree map(List<String> keys, List<Tree> values) {
        var map = Tree.map();
        IntStream.range(0, keys.size()).forEach(index -> map.put(keys.get(index), values.get(index)));
        return map.build();
    }

    @Test
    void what_was_written_is_read_as_it_was() {
        Property.forAll(
                Arbitraries.recursive(JsonReaderTest::scalar, JsonReaderTest::deeper, 0, 4),
                tree -> assertEquals(new Reading.Value<>(tree), JsonReader.read(JsonTree.compact(tree))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1}{\"a\":1}",
                "[1,]",
                "{a:1}",
                "'a'",
                "NaN",
                "01",
                "0x1F",
                "+1",
                ".5",
                "//",
                "\"a\nb\"",
                "\"\0\"",
                "tru",
                "{\"a\" 1}"
            })
    void what_is_not_strict_json_is_refused_in_words(String line) {
        var wrong = assertInstanceOf(Reading.Wrong.class, JsonReader.read(line));
        assertTrue(wrong.problems().toString().contains("no line of JSON"), wrong::toString);
    }

    @Test
    void depth_has_an_end_and_so_has_length() {
        assertInstanceOf(Reading.Value.class, JsonReader.read("[".repeat(64) + "]".repeat(64)));
        assertInstanceOf(Reading.Wrong.class, JsonReader.read("[".repeat(65) + "]".repeat(65)));
        assertInstanceOf(Reading.Wrong.class, JsonReader.read("[".repeat(1_000_000)));
        assertInstanceOf(Reading.Value.class, JsonReader.read("\"" + "x".repeat(JsonReader.LONGEST - 2) + "\""));
        assertInstanceOf(Reading.Wrong.class, JsonReader.read("\"" + "x".repeat(JsonReader.LONGEST) + "\""));
    }
}
