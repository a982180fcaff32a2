package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Keyed;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the owner wants of one thing. */
public sealed interface ForeignWish extends Keyed {

    /** @param lines what is wanted of it, by name; what is left out stays as it is */
    record Present(String key, SortedMap<String, Value> lines) implements ForeignWish {
        public Present(String key, Map<String, Value> lines) {
            this(key, new TreeMap<>(lines));
        }
    }

    record Absent(String key) implements ForeignWish {}

    /** Whether it was made of a thing from which a secret was taken out. */
    default boolean isMasked() {
        return this instanceof Present(var _, var lines)
                && lines.values().stream().anyMatch(Value::isMasked);
    }
}
