package dev.twinsync.flow.plugins;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which plugins a configuration switches off, and where it says so: what is wrong with one of them is told with its line.
 *
 * @param places by the name of the plugin, in the order in which they are written
 */
public record SwitchedOff(Map<String, Place> places) {

    /** The key of {@code config.yaml} that lists them. */
    public static final String KEY = "disabled_plugins";

    /** All plugins are on. */
    public static final SwitchedOff NONE = new SwitchedOff(Map.of());

    public SwitchedOff {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** @param configuration the whole document; where it has no list of names none is switched off */
    public static SwitchedOff by(Tree configuration) {
        Map<String, Place> places = new LinkedHashMap<>();
        names(configuration).forEach(name -> places.putIfAbsent(name.text(), name.place()));
        return new SwitchedOff(places);
    }

    private static Stream<Tree.Scalar> names(Tree configuration) {
        return configuration instanceof Tree.Mapping map
                        && map.get(KEY).orElse(map) instanceof Tree.Sequence(var items, var _)
                ? items.stream().filter(Tree.Scalar.class::isInstance).map(Tree.Scalar.class::cast)
                : Stream.empty();
    }

    boolean has(String plugin) {
        return places.containsKey(plugin);
    }

    /** What is wrong with it for this one, at its place; empty where it leaves that one on. */
    Optional<Problem> problem(String plugin, String message) {
        return Optional.ofNullable(places.get(plugin)).map(place -> new Problem(place, message));
    }

    /** What is wrong with each. @param objection to a name, in words */
    public Stream<Problem> problems(Function<String, Optional<String>> objection) {
        return places.entrySet().stream()
                .flatMap(
                        off -> objection.apply(off.getKey()).stream().map(words -> new Problem(off.getValue(), words)));
    }
}
