package dev.twinsync.git.yaml;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How something new is written in the middle of a document. */
final class YamlFragment {

    private YamlFragment() {}

    /** Whether it needs no lines of its own, wherever it stands. */
    static boolean isInline(Tree tree) {
        return switch (tree) {
            case Tree.Scalar _ -> true;
            case Tree.Sequence(var items, var _) -> items.isEmpty();
            case Tree.Mapping(var entries, var _) -> entries.isEmpty();
        };
    }

    /** On one line within another line, with brackets around lists and maps. */
    static String inline(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> YamlScalar.within(scalar);
            case Tree.Sequence(var items, var _) ->
                items.stream().map(YamlFragment::inline).collect(Collectors.joining(", ", "[", "]"));
            case Tree.Mapping(var entries, var _) ->
                entries.stream()
                        .map(entry -> YamlScalar.within(entry.key()) + ": " + inline(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** As {@link #inline}, with the quotes that were there before where they will do. */
    static String inline(Tree tree, YamlNode.Style style, boolean inFlow) {
        if (!(tree instanceof Tree.Scalar(var text, var plain, var _)) || plain) {
            return inline(tree);
        }
        return switch (style) {
            case SINGLE -> YamlScalar.inSingleQuotes(text);
            case DOUBLE -> YamlScalar.inDoubleQuotes(text);
            case PLAIN, NOTHING, BLOCK -> inFlow ? inline(tree) : YamlScalar.text(text);
        };
    }

    /** A line of a map, with all below it. */
    static String field(String key, Tree value) {
        return YamlTree.write("", Tree.map().put(key, value).build());
    }

    /** An item of a list, with all below it. */
    static String item(Tree value, boolean inBrackets) {
        return inBrackets && !isInline(value)
                ? "- " + inline(value) + "\n"
                : YamlTree.write("", Tree.list(List.of(value)));
    }

    /**
     * @param lines each with a {@code \n}
     * @param column how far in they are to stand
     */
    static String indented(String lines, int column, String lineEnd) {
        return lines.lines().map(line -> " ".repeat(column) + line + lineEnd).collect(Collectors.joining());
    }

    /** As {@link #indented}, to begin in the middle of a line and to end in one. */
    static String within(String lines, int column, String lineEnd) {
        return lines.lines().collect(Collectors.joining(lineEnd + " ".repeat(column)));
    }

    /** Behind a line that stands alone, or that is all of a list; above several. */
    static String commented(String lines, Optional<String> comment) {
        return comment.filter(words -> !words.isBlank())
                .map(words -> "# " + Printable.of(words.strip()))
                .map(words -> endsWithItsSubject(lines.lines().toList())
                        ? lines.stripTrailing() + " " + words + "\n"
                        : words + "\n" + lines)
                .orElse(lines);
    }

    private static boolean endsWithItsSubject(List<String> lines) {
        return lines.size() == 1 || lines.size() == 2 && lines.getLast().strip().startsWith("- ");
    }
}
