package dev.twinsync.os.containers;

import dev.twinsync.domain.shape.Tree;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an engine says of something. What it leaves out or calls null is empty. */
record Facts(Tree tree) {

    private static final Facts NOTHING = new Facts(Tree.literal(""));

    /** @param keys one below the other */
    Facts at(String... keys) {
        return Arrays.stream(keys).reduce(this, Facts::below, (_, last) -> last);
    }

    private Facts below(String key) {
        return tree instanceof Tree.Mapping map ? map.get(key).map(Facts::new).orElse(NOTHING) : NOTHING;
    }

    String text() {
        return tree instanceof Tree.Scalar(var text, var _, var _) ? text : "";
    }

    boolean truth() {
        return text().equals("true");
    }

    long number() {
        return text().matches("-?[0-9]{1,18}") ? Long.parseLong(text()) : 0;
    }

    List<Facts> items() {
        return tree instanceof Tree.Sequence(var items, var _)
                ? items.stream().map(Facts::new).toList()
                : List.of();
    }

    List<String> texts() {
        return items().stream().map(Facts::text).toList();
    }

    /** The lines of a map, in the order given. */
    Map<String, Facts> entries() {
        var lines = new LinkedHashMap<String, Facts>();
        if (tree instanceof Tree.Mapping(var entries, var _)) {
            entries.forEach(entry -> lines.put(entry.key(), new Facts(entry.value())));
        }
        return lines;
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        entries().forEach((key, value) -> values.put(key, value.text()));
        return values;
    }

    boolean isNothing() {
        return switch (tree) {
            case Tree.Scalar(var text, var _, var _) -> text.isEmpty();
            case Tree.Sequence(var items, var _) -> items.isEmpty();
            case Tree.Mapping(var entries, var _) -> entries.isEmpty();
        };
    }

    /** Whether both say the same, whatever stands for nothing. */
    boolean isSame(Facts other) {
        return tree.inline().equals(other.tree().inline()) || isNothing() && other.isNothing();
    }
}
