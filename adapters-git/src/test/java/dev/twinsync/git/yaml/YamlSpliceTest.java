package dev.twinsync.git.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.port.Edit;
import dev.twinsync.port.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSpliceTest {

    private static final String ITEM = "0123456789abcdef";

    private static String append(String yaml, String item, Optional<String> comment) throws RepoFault {
        return edited(yaml, new Edit.Append(Pointer.of("list"), Tree.text(item), comment));
    }

    private static void assertBecomes(String before, String after) throws RepoFault {
        assertEquals(after, append(before, ITEM, Optional.empty()));
    }

    private static void assertBecomesWithComment(String before, String after) throws RepoFault {
        assertEquals(after, append(before, ITEM, Optional.of("why")));
    }

    @Test
    void a_list_of_lines_gets_one_more_with_the_same_indent() throws RepoFault {
        assertBecomes("list:\n  - a # first\nb: 1\n", "list:\n  - a # first\n  - 0123456789abcdef\nb: 1\n");
        assertBecomes("list:\n- a\n\n# about b\nb: 1\n", "list:\n- a\n- 0123456789abcdef\n\n# about b\nb: 1\n");
        assertBecomes(
                "list:\n    - 'a'\n    - |\n      b\n", "list:\n    - 'a'\n    - |\n      b\n    - 0123456789abcdef\n");
        assertBecomes("list:\n  - \"a\n    b\"", "list:\n  - \"a\n    b\"\n  - 0123456789abcdef\n");
        assertBecomesWithComment("list:\n  - a\n", "list:\n  - a\n  - 0123456789abcdef # why\n");
    }

    @Test
    void a_list_that_is_made_has_the_comment_beside_its_item() throws RepoFault {
        assertBecomesWithComment("a: 1\n", "a: 1\nlist:\n  - 0123456789abcdef # why\n");
    }

    @Test
    void an_empty_list_becomes_lines_and_keeps_its_comment() throws RepoFault {
        assertBecomes("list: []\n", "list:\n  - 0123456789abcdef\n");
        assertBecomes("list: [ ]", "list:\n  - 0123456789abcdef\n");
        assertBecomes("list:\n", "list:\n  - 0123456789abcdef\n");
        assertBecomes("list:", "list:\n  - 0123456789abcdef\n");
        assertBecomes("list:   # none\nb: 1\n", "list:   # none\n  - 0123456789abcdef\nb: 1\n");
        assertBecomesWithComment("list: [] # none\nb: 1\n", "list: # none\n  - 0123456789abcdef # why\nb: 1\n");
        assertBecomes("  a: 1\n  list: []\n", "  a: 1\n  list:\n    - 0123456789abcdef\n");
    }

    @Test
    void a_list_in_brackets_gets_the_item_behind_the_others() throws RepoFault {
        assertBecomes("list: [a, b] # two\n", "list: [a, b, 0123456789abcdef] # two\n");
        assertBecomes("list: [ a ]\n", "list: [ a, 0123456789abcdef ]\n");
        assertBecomes("list: [ a ,]\n", "list: [ a, 0123456789abcdef ,]\n");
        assertBecomes(
                "list: [\n  a, # first\n  b, # second\n]\n",
                "list: [\n  a, # first\n  b, # second\n  0123456789abcdef,\n]\n");
        assertBecomes(
                "list: [\n  a, # first\n  b # second\n]\n",
                "list: [\n  a, # first\n  b, # second\n  0123456789abcdef\n]\n");
        assertBecomesWithComment("list: [a]\n", "list: [a, 0123456789abcdef # why\n  ]\n");
        assertBecomesWithComment("list: [\n  a]\n", "list: [\n  a, 0123456789abcdef # why\n  ]\n");
        assertBecomes("list: [ # none\n  ]\n", "list: [0123456789abcdef # none\n  ]\n");
        assertBecomes("{a: 1, list: [], b: 2}\n", "{a: 1, list: [0123456789abcdef], b: 2}\n");
    }

    @Test
    void a_missing_list_is_made_at_the_end() throws RepoFault {
        assertBecomes("", "list:\n  - 0123456789abcdef\n");
        assertBecomes("# nothing yet\n", "# nothing yet\nlist:\n  - 0123456789abcdef\n");
        assertBecomes("---\na: 1", "---\na: 1\nlist:\n  - 0123456789abcdef\n");
        assertBecomes("a: 1\n# end\n", "a: 1\n# end\nlist:\n  - 0123456789abcdef\n");
        assertBecomes(" a: 1\n", " a: 1\n list:\n   - 0123456789abcdef\n");
        assertBecomes("a:\n  list: [a]\n", "a:\n  list: [a]\nlist:\n  - 0123456789abcdef\n");
        assertBecomes("a: 1\n...\n", "a: 1\nlist:\n  - 0123456789abcdef\n...\n");
        assertBecomes("{}\n", "{list: [0123456789abcdef]}\n");
        assertBecomes("{a: 1}\n", "{a: 1, list: [0123456789abcdef]}\n");
    }

    @Test
    void line_ends_are_those_of_the_document() throws RepoFault {
        assertBecomes("list:\r\n  - a\r\nb: 1\r\n", "list:\r\n  - a\r\n  - 0123456789abcdef\r\nb: 1\r\n");
        assertBecomes("list: []\r\nb: 1\r\n", "list:\r\n  - 0123456789abcdef\r\nb: 1\r\n");
        assertBecomes("a: 1\r\n", "a: 1\r\nlist:\r\n  - 0123456789abcdef\r\n");
    }

    private static String edited(String yaml, Edit edit) throws RepoFault {
        return new String(
                YamlSplice.edit("config.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of(edit)),
                StandardCharsets.UTF_8);
    }

    @Test
    void what_stands_between_two_items_in_brackets_stays_when_one_comes_in_between() throws RepoFault {
        var edit = new Edit.Insert(Pointer.of("list").item(1), Tree.text("new"));

        assertEquals("list: [a,   new, b]\n", edited("list: [a,   b]\n", edit));
        assertEquals("list: [a, # first\n  new, b, c]\n", edited("list: [a, # first\n  b, c]\n", edit));
    }

    @Test
    void the_only_line_behind_a_dash_goes_with_the_comment_behind_it() throws RepoFault {
        var edit = new Edit.Remove(Pointer.of("list").item(0).key("a"));
        var yaml = "list:\n- a: 1 # why\n    # and why not 2\n- b\n";

        assertEquals("list:\n- {}\n- b\n", edited(yaml, edit));
    }

    @Test
    void offsets_are_right_behind_letters_of_two_chars() throws RepoFault {
        assertBecomes(
                "# \ud83d\ude00\ud83d\ude00\nlist: [\ud83d\ude00, b]\n",
                "# \ud83d\ude00\ud83d\ude00\nlist: [\ud83d\ude00, b, 0123456789abcdef]\n");
        assertBecomes(
                "a: \ud83d\ude00\nlist:\n- \ud83d\ude00\nb: 1\n",
                "a: \ud83d\ude00\nlist:\n- \ud83d\ude00\n- 0123456789abcdef\nb: 1\n");
    }

    @Test
    void an_item_that_looks_like_a_number_is_quoted_and_a_comment_stays_one() throws RepoFault {
        assertEquals(
                "list:\n  - \"1234567890123456\" # a\\u000ab: \\u001b[2J\n",
                append("list: []\n", "1234567890123456", Optional.of(" a\nb: \u001b[2J ")));
        assertEquals("list:\n  - a\n", append("list: []\n", "a", Optional.of(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list: a\n",
                "list: {a: b}\n",
                "list: null\n",
                "- list\n",
                "list\n",
                "list: [a\n",
                "list: &x [a]\n",
                "list: [a]\nlist: [b]\n"
            })
    void what_cannot_be_added_to_is_refused_with_what_to_write(String yaml) {
        var refusal = assertThrows(RepoFault.class, () -> append(yaml, ITEM, Optional.of("why")));
        assertTrue(
                refusal.getMessage().contains("add \"0123456789abcdef\" to the list list in config.yaml by hand"),
                refusal::getMessage);
    }

    /** A list as somebody may write it. */
    private static String written(int style, List<String> items) {
        var quoted =
                items.stream().map(item -> "'" + item.replace("'", "''") + "'").toList();
        return switch (style) {
            case 0 -> dashes("", quoted);
            case 1 -> dashes("  ", items.stream().map(YamlScalar::text).toList());
            case 2 -> dashes("     ", quoted);
            case 3 -> "list: [" + String.join(", ", quoted) + "]   # mine\n";
            case 4 -> "list: [\n    " + String.join(" , # x\n    ", quoted) + "\n  ]\n";
            default -> "\"list\" :  [ " + String.join(",", quoted) + (quoted.isEmpty() ? "" : ",") + " ]\n";
        };
    }

    private static String dashes(String indent, List<String> items) {
        var lines = new StringBuilder("list: # mine\n");
        items.forEach(item -> lines.append(indent).append("-   ").append(item).append("   # it\n\n"));
        return lines.toString();
    }

    private record Case(
            Tree.Mapping before, Optional<String> list, Tree.Mapping after, boolean dos, List<String> words) {

        String yaml() {
            var text = part(before) + "# between\n" + list.orElse("") + part(after);
            return dos ? text.replace("\n", "\r\n") : text;
        }

        private static String part(Tree.Mapping part) {
            return part.entries().isEmpty() ? "\n" : YamlTree.write("a comment", part);
        }
    }

    private static Arbitrary<Case> cases() {
        var keys = Arbitraries.of("a", "größe", "\ud83d\ude00", "lists", "1.10", "x y");
        var words = Trees.hostileText()
                .filter(text -> text.length() < 100 && Printable.of(text).equals(text))
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        part(keys, ""),
                        Arbitraries.integers().between(0, 6),
                        words,
                        part(keys, "'"),
                        Arbitraries.of(true, false))
                .as((before, style, items, after, dos) -> new Case(
                        before,
                        style == 6 ? Optional.empty() : Optional.of(written(style, items)),
                        after,
                        dos,
                        style == 6 ? List.of() : items));
    }

    private static Arbitrary<Tree.Mapping> part(Arbitrary<String> keys, String mark) {
        return Combinators.combine(
                        keys.list().uniqueElements().ofMaxSize(2),
                        Trees.tree().list().ofSize(2))
                .as((names, values) -> {
                    var map = Tree.map();
                    for (int index = 0; index < names.size(); index++) {
                        map.put(names.get(index) + mark, values.get(index));
                    }
                    return map.build();
                });
    }

    @Test
    void nothing_changes_but_that_list() {
        Property.forAll(cases(), one -> {
            var before = one.yaml();
            var after = appended(before);
            assertOnlyAdded(before, after);
            assertEquals(others(before), others(after), () -> after);
            var words = new ArrayList<>(list(after));
            assertTrue(words.remove(ITEM), () -> after);
            assertEquals(one.words(), words, () -> after);
        });
    }

    private static String appended(String yaml) {
        try {
            return append(yaml, ITEM, Optional.of("because: [it] # is"));
        } catch (RepoFault refused) {
            throw new AssertionError(refused.getMessage() + "\n" + yaml, refused);
        }
    }

    /** What is gone is an empty pair of brackets at most, and what stands before and behind is untouched. */
    private static void assertOnlyAdded(String before, String after) {
        int front = 0;
        while (front < before.length() && before.charAt(front) == after.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < before.length() - front
                && before.charAt(before.length() - 1 - back) == after.charAt(after.length() - 1 - back)) {
            back++;
        }
        var gone = before.substring(front, before.length() - back);
        assertTrue(gone.matches(" *(\\[ *\\] *( # mine)?(\\r?\\n)?)?"), () -> "gone: \"" + gone + "\" of\n" + before);
    }

    private static Tree.Mapping root(String yaml) {
        var read = YamlTree.read("config.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(
                Tree.Mapping.class,
                assertInstanceOf(Reading.Value.class, read, () -> yaml).value());
    }

    private static List<String> others(String yaml) {
        return root(yaml).entries().stream()
                .filter(entry -> !entry.key().equals("list"))
                .map(entry -> entry.key() + "=" + Trees.said(entry.value()))
                .toList();
    }

    private static List<String> list(String yaml) {
        var list = assertInstanceOf(Tree.Sequence.class, root(yaml).get("list").orElseThrow());
        return list.items().stream().map(item -> ((Tree.Scalar) item).text()).toList();
    }
}
