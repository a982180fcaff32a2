package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one emitter: equal trees give equal bytes, and a changed value changes one line. */
final class YamlWriter {

    private static final int STEP = 2;

    /** A YAML reader need not look further than 1024 characters for the colon behind a key. */
    private static final int LONGEST_SIMPLE_KEY = 1000;

    private final StringBuilder out = new StringBuilder();

    /** How keys are written: there are few of them, and each stands in many entries. */
    private final Map<String, String> keys = new HashMap<>();

    private YamlWriter() {}

    static String write(String heading, Tree tree) {
        var yaml = new YamlWriter();
        heading.lines().map(line -> "# " + line).forEach(yaml::line);
        yaml.root(tree);
        return yaml.out.toString();
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private void root(Tree tree) {
        switch (tree) {
            case Tree.Mapping(var entries, var _) when !entries.isEmpty() -> entries(entries, 0);
            case Tree.Sequence(var items, var _) when !items.isEmpty() -> items(items, 0);
            case Tree.Scalar scalar -> line(inline(scalar));
            case Tree.Mapping empty -> line(inline(empty));
            case Tree.Sequence empty -> line(inline(empty));
        }
    }

    /** The cursor stands where the first key belongs. */
    private void entries(List<Tree.Entry> entries, int column) {
        boolean first = true;
        for (Tree.Entry entry : entries) {
            indent(first ? 0 : column);
            key(entry.key(), column);
            valueOfKey(entry.value(), column);
            first = false;
        }
    }

    private void key(String key, int column) {
        var written = keys.computeIfAbsent(key, YamlScalar::text);
        if (written.length() > LONGEST_SIMPLE_KEY) {
            out.append("? ").append(written).append('\n');
            indent(column);
        } else {
            out.append(written);
        }
        out.append(':');
    }

    private void valueOfKey(Tree value, int column) {
        switch (value) {
            case Tree.Mapping(var entries, var _)
            when !entries.isEmpty() -> {
                out.append('\n');
                indent(column + STEP);
                entries(entries, column + STEP);
            }
            case Tree.Sequence(var items, var _)
            when !items.isEmpty() -> {
                out.append('\n');
                indent(column + STEP);
                items(items, column + STEP);
            }
            case Tree.Scalar scalar -> line(" " + inline(scalar));
            case Tree.Mapping empty -> line(" " + inline(empty));
            case Tree.Sequence empty -> line(" " + inline(empty));
        }
    }

    /** The cursor stands where the first dash belongs. */
    private void items(List<Tree> items, int column) {
        boolean first = true;
        for (Tree item : items) {
            indent(first ? 0 : column);
            out.append("- ");
            item(item, column + STEP);
            first = false;
        }
    }

    private void item(Tree item, int column) {
        switch (item) {
            case Tree.Mapping(var entries, var _) when !entries.isEmpty() -> entries(entries, column);
            case Tree.Sequence(var items, var _) when !items.isEmpty() -> items(items, column);
            case Tree.Scalar scalar -> line(inline(scalar));
            case Tree.Mapping empty -> line(inline(empty));
            case Tree.Sequence empty -> line(inline(empty));
        }
    }

    private static String inline(Tree tree) {
        return switch (tree) {
            case Tree.Scalar(var text, var plain, var _) -> plain ? YamlScalar.literal(text) : YamlScalar.text(text);
            case Tree.Mapping _ -> "{}";
            case Tree.Sequence _ -> "[]";
        };
    }

    private void indent(int column) {
        out.repeat(' ', column);
    }
}
