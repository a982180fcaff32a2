package dev.twinsync.domain.cron;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A map from names to text. */
final class EnvironmentShape implements Shape<Map<String, String>> {

    private record Variable(String name, String value) {}

    @Override
    public Reading<Map<String, String>> read(Tree tree) {
        return tree instanceof Tree.Mapping(var entries, var _)
                ? Reading.all(entries.stream().map(EnvironmentShape::variable).toList())
                        .map(EnvironmentShape::map)
                : Reading.wrong(tree.place(), "expected a map of names and values, found " + tree.described());
    }

    private static Reading<Variable> variable(Tree.Entry entry) {
        return Shape.text().read(entry.value()).map(value -> new Variable(entry.key(), value));
    }

    private static Map<String, String> map(List<Variable> variables) {
        var map = new TreeMap<String, String>();
        variables.forEach(variable -> map.put(variable.name(), variable.value()));
        return map;
    }

    @Override
    public Tree write(Map<String, String> variables) {
        var map = Tree.map();
        new TreeMap<>(variables).forEach(map::put);
        return map.build();
    }

    @Override
    public Tree.Mapping schema() {
        var name = Tree.map().put("pattern", "^" + CronEnvironment.NAME + "$").build();
        return Tree.map()
                .put("type", "object")
                .put("propertyNames", name)
                .put("additionalProperties", Shape.text().schema())
                .build();
    }
}
