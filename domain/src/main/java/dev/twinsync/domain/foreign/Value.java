package dev.twinsync.domain.foreign;

import dev.twinsync.domain.secrets.Mask;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a line of a thing says. */
public sealed interface Value {

    /** Whether a secret was taken out of it. */
    default boolean isMasked() {
        return switch (this) {
            case Text(var text) -> Mask.isIn(text);
            case Texts(var items) -> items.stream().anyMatch(Mask::isIn);
            case Table(var lines) ->
                lines.entrySet().stream().anyMatch(line -> Mask.isIn(line.getKey()) || Mask.isIn(line.getValue()));
            case Truth _, Whole _ -> false;
        };
    }

    record Text(String text) implements Value {}

    record Truth(boolean is) implements Value {}

    record Whole(long number) implements Value {}

    /** In this order, which counts. */
    record Texts(List<String> items) implements Value {
        public Texts {
            items = List.copyOf(items);
        }
    }

    record Table(SortedMap<String, String> lines) implements Value {
        public Table(Map<String, String> lines) {
            this(new TreeMap<>(lines));
        }
    }
}
