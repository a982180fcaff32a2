package dev.twinsync.domain.desktop;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All settings of a document: a map from places to maps from names to what is said of a setting.
 *
 * @param said how that looks
 */
record SettingsShape<T, S>(
        DesktopBackend backend,
        Shape<S> said,
        Function<T, SettingId> idOf,
        Function<T, S> back,
        BiFunction<SettingId, S, T> there)
        implements Shape<List<T>> {

    @Override
    public Reading<List<T>> read(Tree tree) {
        return entries(tree, "a map of places").then(places -> {
            var settings = new ArrayList<Reading<T>>();
            places.forEach(place -> settings.addAll(settingsOf(place)));
            return Reading.all(settings);
        });
    }

    private static Reading<List<Tree.Entry>> entries(Tree tree, String expected) {
        return tree instanceof Tree.Mapping(var entries, var _)
                ? unique(entries)
                : Reading.wrong(tree.place(), "expected " + expected + ", found " + tree.described());
    }

    private static Reading<List<Tree.Entry>> unique(List<Tree.Entry> entries) {
        var keys = new HashSet<String>();
        var problems = entries.stream()
                .filter(entry -> !keys.add(entry.key()))
                .map(entry -> new Problem(entry.place(), "\"" + entry.key() + "\" is declared twice"))
                .toList();
        return problems.isEmpty() ? new Reading.Value<>(entries) : new Reading.Wrong<>(problems);
    }

    private List<Reading<T>> settingsOf(Tree.Entry line) {
        var place = DesktopPlace.shape(backend).read(new Tree.Scalar(line.key(), false, line.place()));
        var names = entries(line.value(), "a map of settings");
        return switch (place) {
            case Reading.Wrong<DesktopPlace>(var problems) -> List.of(new Reading.Wrong<>(problems));
            case Reading.Value<DesktopPlace>(var found) ->
                switch (names) {
                    case Reading.Wrong<List<Tree.Entry>>(var problems) -> List.of(new Reading.Wrong<>(problems));
                    case Reading.Value<List<Tree.Entry>>(var settings) ->
                        settings.stream()
                                .map(setting -> setting(found, setting))
                                .toList();
                };
        };
    }

    private Reading<T> setting(DesktopPlace place, Tree.Entry line) {
        return new Reading.Value<>(line.key())
                .mapAt(line.place(), name -> new SettingId(place, new SettingName(name)))
                .then(id -> said.read(line.value()).mapAt(line.value().place(), value -> there.apply(id, value)));
    }

    @Override
    public Tree write(List<T> settings) {
        Map<String, Tree.MapBuilder> places = new LinkedHashMap<>();
        for (T setting : settings) {
            var id = idOf.apply(setting);
            places.computeIfAbsent(id.place().text(), _ -> Tree.map())
                    .put(id.name().text(), said.write(back.apply(setting)));
        }
        var all = Tree.map();
        places.forEach((place, names) -> all.put(place, names.build()));
        return all.build();
    }

    @Override
    public Tree.Mapping schema() {
        return map(DesktopPlace.GRAMMAR, map(SettingName.GRAMMAR, said.schema()));
    }

    private static Tree.Mapping map(String grammar, Tree.Mapping values) {
        var names = Tree.map().put("pattern", "^(" + grammar + ")$").build();
        return Tree.map()
                .put("type", "object")
                .put("propertyNames", names)
                .put("additionalProperties", values)
                .build();
    }
}
