package dev.twinsync.domain.gvariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a text into {@link Node}s in one pass. */
final class NodeReader {

    private static final Map<String, GType.Basic> WORDS = Map.ofEntries(
            Map.entry("boolean", GType.Basic.BOOLEAN),
            Map.entry("byte", GType.Basic.BYTE),
            Map.entry("int16", GType.Basic.INT16),
            Map.entry("uint16", GType.Basic.UINT16),
            Map.entry("int32", GType.Basic.INT32),
            Map.entry("uint32", GType.Basic.UINT32),
            Map.entry("int64", GType.Basic.INT64),
            Map.entry("uint64", GType.Basic.UINT64),
            Map.entry("handle", GType.Basic.HANDLE),
            Map.entry("double", GType.Basic.DOUBLE),
            Map.entry("string", GType.Basic.STRING),
            Map.entry("objectpath", GType.Basic.OBJECT_PATH),
            Map.entry("signature", GType.Basic.SIGNATURE));

    private final Letters letters;
    private int depth;

    private NodeReader(Letters letters) {
        this.letters = letters;
    }

    static Node read(CharSequence text) {
        var reader = new NodeReader(new Letters(text));
        var node = reader.node();
        reader.letters.skipBlanks();
        if (!reader.letters.atEnd()) {
            throw reader.letters.malformed("there is more behind the value");
        }
        return node;
    }

    private Node node() {
        letters.skipBlanks();
        if (++depth > GTypeText.MOST_DEPTH) {
            throw letters.malformed("values are nested deeper than " + GTypeText.MOST_DEPTH);
        }
        if (letters.atEnd()) {
            throw letters.malformed("a value is missing");
        }
        var node = begun();
        depth--;
        return node;
    }

    private Node begun() {
        int start = letters.index();
        return switch (letters.peek()) {
            case '[' -> new Node.Items(listed(']', this::node), start);
            case '(' -> parts(start);
            case '{' -> braced(start);
            case '<' -> boxed(start);
            case '@' -> {
                letters.take();
                yield new Node.Typed(GTypeText.next(letters), node(), start);
            }
            case '\'', '"' -> new Node.Text(Quoted.text(letters), start);
            case '-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                new Node.Number(letters.takeWhile(NumberText::isPart), start);
            default -> worded(start);
        };
    }

    private Node worded(int start) {
        if (letters.startsWith("b'") || letters.startsWith("b\"")) {
            letters.take();
            return new Node.Bytes(Quoted.bytes(letters), start);
        }
        var word = letters.takeWhile(letter -> letter < 128 && Character.isLetterOrDigit(letter));
        return switch (word) {
            case "true" -> new Node.Truth(true, start);
            case "false" -> new Node.Truth(false, start);
            case "nothing" -> new Node.Nothing(start);
            case "just" -> new Node.Just(node(), start);
            case "inf", "infinity", "nan" -> new Node.Number(word, start);
            default ->
                Optional.ofNullable(WORDS.get(word))
                        .<Node>map(type -> new Node.Typed(type, node(), start))
                        .orElseThrow(() -> new Malformed("no value begins like this; a text stands in quotes", start));
        };
    }

    /** What stands between the bracket that comes next and the closing one, with commas between. */
    private <T> List<T> listed(char closing, Supplier<T> item) {
        letters.take();
        var items = new ArrayList<T>();
        letters.skipBlanks();
        while (!letters.skipIf(closing)) {
            if (!items.isEmpty()) {
                demand(',', "a comma or " + closing + " is missing");
            }
            items.add(item.get());
            letters.skipBlanks();
        }
        return items;
    }

    /** A tuple of one has a comma behind its part. */
    private Node parts(int start) {
        letters.take();
        var parts = new ArrayList<Node>();
        letters.skipBlanks();
        while (!letters.skipIf(')')) {
            parts.add(node());
            letters.skipBlanks();
            if (parts.size() == 1 || !letters.isNext(')')) {
                demand(',', "a comma or ) is missing");
                letters.skipBlanks();
            }
        }
        return new Node.Parts(parts, start);
    }

    private Node braced(int start) {
        letters.take();
        letters.skipBlanks();
        if (letters.skipIf('}')) {
            return new Node.Dictionary(List.of(), start);
        }
        var key = node();
        letters.skipBlanks();
        if (letters.skipIf(',')) {
            var pair = new Node.Pair(key, node(), start);
            demand('}', "} is missing");
            return pair;
        }
        return new Node.Dictionary(entries(key), start);
    }

    private List<Node.Pair> entries(Node firstKey) {
        var entries = new ArrayList<Node.Pair>();
        entries.add(entry(firstKey));
        letters.skipBlanks();
        while (!letters.skipIf('}')) {
            demand(',', "a comma or } is missing");
            entries.add(entry(node()));
            letters.skipBlanks();
        }
        return entries;
    }

    private Node.Pair entry(Node key) {
        demand(':', "a colon is missing between key and value");
        return new Node.Pair(key, node(), key.index());
    }

    private Node boxed(int start) {
        letters.take();
        var inside = node();
        demand('>', "> is missing");
        return new Node.Boxed(inside, start);
    }

    private void demand(char letter, String orElse) {
        letters.skipBlanks();
        if (!letters.skipIf(letter)) {
            throw letters.malformed(orElse);
        }
    }
}
