package dev.twinsync.domain.shape;

import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Writes a tree as JSON. Lines stand in the order given, which the Shapes make the same each time: equal values give
 * equal text. A scalar without quotes is a literal where JSON knows it as one ({@code 7}, {@code true}), nothing is
 * {@code null}, and all else is a string.
 */
public final class JsonTree {

    private static final Pattern LITERAL =
            Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final StringBuilder out = new StringBuilder();
    private final boolean pretty;

    private JsonTree(boolean pretty) {
        this.pretty = pretty;
    }

    /** For people: indented by two blanks, one value a line, a line end at the end. */
    public static String pretty(Tree tree) {
        var json = new JsonTree(true);
        json.write(tree, 0);
        return json.out.append('\n').toString();
    }

    /** For digests and for one message a line: no blank, no line end. */
    public static String compact(Tree tree) {
        var json = new JsonTree(false);
        json.write(tree, 0);
        return json.out.toString();
    }

    private void write(Tree tree, int depth) {
        switch (tree) {
            case Tree.Scalar(var text, var plain, var _) -> scalar(text, plain);
            case Tree.Sequence(var items, var _) -> list(items.iterator(), depth);
            case Tree.Mapping(var entries, var _) -> map(entries.iterator(), depth);
        }
    }

    private void scalar(String text, boolean plain) {
        if (plain && text.isEmpty()) {
            out.append("null");
        } else if (plain && LITERAL.matcher(text).matches()) {
            out.append(text);
        } else {
            string(text);
        }
    }

    private void list(Iterator<Tree> items, int depth) {
        out.append('[');
        boolean empty = !items.hasNext();
        while (items.hasNext()) {
            newLine(depth + 1);
            write(items.next(), depth + 1);
            out.append(items.hasNext() ? "," : "");
        }
        close(']', empty, depth);
    }

    private void map(Iterator<Tree.Entry> entries, int depth) {
        out.append('{');
        boolean empty = !entries.hasNext();
        while (entries.hasNext()) {
            var entry = entries.next();
            newLine(depth + 1);
            string(entry.key());
            out.append(pretty ? ": " : ":");
            write(entry.value(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        close('}', empty, depth);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (pretty) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private void string(String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            text.codePoints().forEach(this::character);
        }
        out.append('"');
    }

    /** Nearly all texts are: of ASCII that stands for itself. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
        }
        return true;
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isInvisible(codePoint)) {
                    Character.toString(codePoint).chars().forEach(half -> out.append(String.format("\\u%04x", half)));
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }

    /** What steers a terminal, ends a line, turns the reading direction or has no width; and halves of a pair. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
