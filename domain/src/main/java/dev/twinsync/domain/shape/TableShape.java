package dev.twinsync.domain.shape;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A map with keys of the writer's choice, written in their order. */
public record TableShape<T>(Shape<T> value) implements Shape<Map<String, T>> {

    @Override
    public Reading<Map<String, T>> read(Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return ScalarShape.refused(tree, "a map");
        }
        var lines = new ArrayList<Reading<Map.Entry<String, T>>>();
        for (Tree.Entry entry : mapping.entries()) {
            lines.add(value.read(entry.value()).map(read -> Map.entry(entry.key(), read)));
        }
        return Reading.all(lines)
                .map(entries -> entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Tree write(Map<String, T> values) {
        var map = Tree.map();
        new TreeMap<>(values).forEach((key, one) -> map.put(key, value.write(one)));
        return map.build();
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map()
                .put("type", "object")
                .put("additionalProperties", value.schema())
                .build();
    }
}
