package dev.twinsync.git.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlTreeTest {

    private static Reading<Tree> read(String yaml) {
        return YamlTree.read("state/x.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Tree tree(String yaml) {
        return assertInstanceOf(Reading.Value.class, read(yaml)).value() instanceof Tree tree ? tree : Tree.text("");
    }

    private static String problem(String yaml) {
        return read(yaml).problems().getFirst().toString();
    }

    @Test
    void what_was_written_is_read_back() {
        Property.forAll(Trees.tree(), tree -> {
            var yaml = YamlTree.write("one\ntwo", Tree.map().put("root", tree).build());
            assertEquals(
                    Trees.said(tree),
                    Trees.said(((Tree.Mapping) tree(yaml)).get("root").orElseThrow()),
                    () -> yaml);
        });
    }

    @Test
    void every_kind_of_root_is_read_back() {
        Property.forAll(
                Trees.tree(),
                tree -> assertEquals(
                        Trees.said(tree), Trees.said(tree(YamlTree.write("", tree))), () -> YamlTree.write("", tree)));
    }

    @Test
    void writing_twice_gives_the_same_bytes() {
        Property.forAll(Trees.tree(), tree -> {
            var yaml = YamlTree.write("", tree);
            assertEquals(yaml, YamlTree.write("", tree(yaml)));
        });
    }

    @Test
    void text_is_text_for_a_reader_of_yaml_1_1_too() {
        Property.forAll(
                Trees.hostileText()
                        .filter(text -> text.codePoints().noneMatch(Character::isISOControl)
                                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                                && text.length() < 1000),
                text -> {
                    var yaml = YamlTree.write(
                            "",
                            Tree.map()
                                    .put("k", text)
                                    .put("l", Tree.list(List.of(Tree.text(text))))
                                    .build());
                    var old = new Yaml(new SafeConstructor(new LoaderOptions()));
                    assertEquals(Map.of("k", text, "l", List.of(text)), old.<Map<String, Object>>load(yaml), yaml);
                });
    }

    @Test
    void the_canonical_look() {
        var tree = Tree.map()
                .put(
                        "packages",
                        Tree.list(List.of(
                                Tree.map()
                                        .put("name", "htop")
                                        .put("hold", Tree.literal(true))
                                        .put("version", "3.2.2-2")
                                        .build(),
                                Tree.map()
                                        .put("name", "no")
                                        .put("version", "1.10")
                                        .put("mode", "0644")
                                        .build())))
                .put("day", "2026-11-22")
                .put("image", "nginx:1.27")
                .put("schedule", "*/5 * * * *")
                .put("none", Tree.list(List.of()))
                .put("empty", Tree.map().build())
                .put("text", "a\nb: \"c\"")
                .put(
                        "nested",
                        Tree.list(List.of(Tree.list(List.of(Tree.literal(1), Tree.text("null"))), Tree.text("~/x"))))
                .build();
        assertEquals("""
                # a heading
                #
                # of three lines
                packages:
                  - name: htop
                    hold: true
                    version: 3.2.2-2
                  - name: "no"
                    version: "1.10"
                    mode: "0644"
                day: "2026-11-22"
                image: nginx:1.27
                schedule: "*/5 * * * *"
                none: []
                empty: {}
                text: "a\\nb: \\"c\\""
                nested:
                  - - 1
                    - "null"
                  - ~/x
                """, YamlTree.write("a heading\n\nof three lines", tree));
    }

    @Test
    void scalars_keep_their_text_and_their_quotes() {
        var tree = tree("{a: 1.10, b: '1.10', c: 0644, d: no, e: ~, f: , g: \"\"}");
        assertEquals(
                List.of("1.10 true", "1.10 false", "0644 true", "no true", "~ true", " true", " false"),
                ((Tree.Mapping) tree)
                        .entries().stream()
                                .map(entry -> (Tree.Scalar) entry.value())
                                .map(scalar -> scalar.text() + " " + scalar.plain())
                                .toList());
    }

    @Test
    void every_node_knows_its_place_and_columns_count_code_points() {
        var tree = (Tree.Mapping) tree("# x\npackages:\n  - \"😀\": [b, c]\n");
        var list = (Tree.Sequence) tree.get("packages").orElseThrow();
        var entry = ((Tree.Mapping) list.items().getFirst()).entries().getFirst();
        var inner = (Tree.Sequence) entry.value();
        assertEquals(new Place("state/x.yaml", 2, 1), tree.place());
        assertEquals(new Place("state/x.yaml", 3, 3), list.place());
        assertEquals(new Place("state/x.yaml", 3, 5), entry.place());
        assertEquals(new Place("state/x.yaml", 3, 10), inner.place());
        assertEquals(new Place("state/x.yaml", 3, 14), inner.items().get(1).place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "---\n...\n", "\ufeff"})
    void an_empty_document_is_an_empty_map(String yaml) {
        assertEquals("{}", JsonTree.compact(tree(yaml)));
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_tolerated() {
        assertEquals("{\"a\":\"b\",\"c\":\"d\"}", JsonTree.compact(tree("\ufeffa: b\r\nc: d\r\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a: &x 1                | state/x.yaml:1:4 the anchor &x: twin reads none, write the value out where it is needed
                    a: *x                  | state/x.yaml:1:4 the alias *x: twin reads none, write the value out where it is needed
                    &x a: 1                | state/x.yaml:1:1 the anchor &x: twin reads none, write the value out where it is needed
                    a: !!str 1             | state/x.yaml:1:4 the tag tag:yaml.org,2002:str: twin reads none, take it out
                    a: !secret x           | state/x.yaml:1:4 the tag !secret: twin reads none, take it out
                    a: ! x                 | state/x.yaml:1:4 the tag !: twin reads none, take it out
                    a: !!map {}            | state/x.yaml:1:4 the tag tag:yaml.org,2002:map: twin reads none, take it out
                    <<: {a: 1}             | state/x.yaml:1:1 the merge key <<: twin reads none, write the value out where it is needed
                    a: 1\\nb: 2\\na: 3     | state/x.yaml:3:1 "a" stands here twice, first at state/x.yaml:1:1: take one out
                    a: 1\\n"a": 3          | state/x.yaml:2:1 "a" stands here twice, first at state/x.yaml:1:1: take one out
                    ? [a]\\n: 1            | state/x.yaml:1:3 a list or a map as a key: a key must be text
                    {a: b}: 1              | state/x.yaml:1:1 a list or a map as a key: a key must be text
                    ? \\n: 1               | state/x.yaml:1:2 a key is missing before the colon
                    a: 1\\n---\\nb: 2      | state/x.yaml:2:1 a second document begins: one file holds one, take the --- line out
                    a:\\n\\t- b            | state/x.yaml:2:1 a tab as indentation: use spaces
                    a:\\n  b: 1\\n\\tc: 2  | state/x.yaml:3:1 a tab as indentation: use spaces
                    a: b\\n\\tc            | state/x.yaml:2:1 a tab as indentation: use spaces
                    a:\\n<<<<<<< HEAD\\n- b\\n=======\\n\\t- c\\n>>>>>>> other\\n | state/x.yaml:2:1 a merge of Git left both versions here, from <<<<<<< to >>>>>>>: keep what is right of them, take the lines of marks out, and finish the merge with git
                    a: x\\0y              | state/x.yaml:1:5 a control character (U+0000): take it out, or write it as "\\u0000" in double quotes
                    ä: x\\33y             | state/x.yaml:1:5 a control character (U+001B): take it out, or write it as "\\u001B" in double quotes
                    """)
    void is_refused_with_its_place_and_a_remedy(String yaml, String message) {
        assertEquals(message, problem(yaml.translateEscapes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1, 2",
                "a: 'x",
                "a: b: c",
                "- a\nb: c",
                "a: }",
                "%YAML 9.9\n--- a",
                "%FOO",
                "a: @x",
                "a: \"\\q\"",
                "<<<<<<< HEAD\na: 1",
                ">>>>>>> x\n=======\n<<<<<<< y\n"
            })
    void what_is_not_yaml_is_refused_with_its_place(String yaml) {
        assertTrue(problem(yaml).matches("state/x.yaml:[0-9]+:[0-9]+ .+"), () -> problem(yaml));
    }

    @Test
    void a_tab_within_text_is_text() {
        assertEquals(
                "{\"a\":\"x\\ty\",\"b\":\"\\tz\\n\"}", JsonTree.compact(tree("a: \"x\ty\" # c\t\n\t\nb: |\n  \tz\n")));
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_their_place() {
        byte[] latin1 = "a: b\nc: gr\u00f6\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "state/x.yaml:2:6 a byte that is not UTF-8 (0xf6): save the file as UTF-8",
                YamlTree.read("state/x.yaml", latin1).problems().getFirst().toString());
    }
}
