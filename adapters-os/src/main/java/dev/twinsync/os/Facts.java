package dev.twinsync.os;

import dev.twinsync.domain.shape.Tree;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody who answers in JSON says of something. What is left out or called null is empty. */
public record Facts(Tree tree) {

    private static final Facts NOTHING = new Facts(Tree.literal(""));

    /** @param keys one below the other */
    public Facts at(String... keys) {
        return Arrays.stream(keys).reduce(this, Facts::below, (_, last) -> last);
    }

    private Facts below(String key) {
        return tree instanceof Tree.Mapping map ? map.get(key).map(Facts::new).orElse(NOTHING) : NOTHING;
    }

    /** Empty where it is no scalar. */
    public String text() {
        return tree instanceof Tree.Scalar(var text, var _, var _) ? text : "";
    }

    /** Whether it says {@code true}. */
    public boolean truth() {
        return text().equals("true");
    }

    /** 0 where it is no whole number. */
    public long number() {
        return text().matches("-?[0-9]{1,18}") ? Long.parseLong(text()) : 0;
    }

    /** None where it is no list. */
    public List<Facts> items() {
        return tree instanceof Tree.Sequence(var items, var _)
                ? items.stream().map(Facts::new).toList()
                : List.of();
    }

    public List<String> texts() {
        return items().stream().map(Facts::text).toList();
    }

    /** The lines of a map, in the order given. */
    public Map<String, Facts> entries() {
        var lines = new LinkedHashMap<String, Facts>();
        if (tree instanceof Tree.Mapping(var entries, var _)) {
            entries.forEach(entry -> lines.put(entry.key(), new Facts(entry.value())));
        }
        return lines;
    }

    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        entries().forEach((key, value) -> values.put(key, value.text()));
        return values;
    }

    public boolean isNothing() {
        return switch (tree) {
            case Tree.Scalar(var text, var _, var _) -> text.isEmpty();
            case Tree.Sequence(var items, var _) -> items.isEmpty();
            case Tree.Mapping(var entries, var _) -> entries.isEmpty();
        };
    }

    /** Whether both say the same, whatever stands for nothing. */
    public boolean isSame(Facts other) {
        return tree.inline().equals(other.tree().inline()) || isNothing() && other.isNothing();
    }
}
