package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Keyed;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing as its program sees it.
 *
 * @param lines what it says of it, by name; what it has nothing to say about is left out
 */
public record ForeignThing(String key, SortedMap<String, Value> lines) implements Keyed {

    public ForeignThing(String key, Map<String, Value> lines) {
        this(key, new TreeMap<>(lines));
    }

    ForeignThing with(Map<String, Value> changed) {
        var all = new TreeMap<>(lines);
        all.putAll(changed);
        return new ForeignThing(key, all);
    }
}
