package dev.twinsync.os.packages;

import dev.twinsync.port.Forecast.Effects;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Says which declared change brings, or takes away, what nobody named. */
final class Attribution {

    private final Set<String> wanted;
    private final Set<String> removed;
    private final Simulation simulation;
    private final Parts parts;
    private final Upkeep upkeep;

    /**
     * @param wanted the keys that are installed or changed by name
     * @param removed the keys that are removed by name
     */
    Attribution(Set<String> wanted, Set<String> removed, Simulation simulation, Parts parts) {
        this.wanted = wanted;
        this.removed = removed;
        this.simulation = simulation;
        this.parts = parts;
        this.upkeep = new Upkeep(simulation, parts);
    }

    /** By the key of the change. What no relation explains is put down to every change of its sort, and what arrives to the removals where there are no others. */
    SortedMap<String, Effects> effects() {
        var adds = new TreeMap<String, Set<String>>();
        var removes = new TreeMap<String, Set<String>>();
        wanted.forEach(key -> adds.put(key, pulled(key)));
        wanted.forEach(key -> removes.put(key, displacedBy(key)));
        removed.forEach(key -> removes.put(key, victims(new TreeSet<>(Set.of(key)))));
        var others = unnamed(simulation.arriving(), wanted);
        var odd = unexplained(others, adds);
        removes.forEach(
                (key, gone) -> adds.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(upkeep(gone, odd)));
        adds.values().forEach(names -> names.retainAll(others));
        removes.values().forEach(names -> names.retainAll(unnamed(simulation.removals(), removed)));
        unexplained(others, adds)
                .forEach(name -> (wanted.isEmpty() ? removed : wanted)
                        .forEach(key -> adds.get(key).add(name)));
        unexplained(unnamed(simulation.removals(), removed), removes)
                .forEach(name -> removes.values().forEach(names -> names.add(name)));
        return together(adds, removes);
    }

    private static Set<String> unnamed(Set<String> happening, Set<String> named) {
        var rest = new TreeSet<>(happening);
        rest.removeAll(named);
        return rest;
    }

    private static Set<String> unexplained(Set<String> extra, SortedMap<String, Set<String>> attributed) {
        var unexplained = new TreeSet<>(extra);
        attributed.values().forEach(unexplained::removeAll);
        return unexplained;
    }

    private static SortedMap<String, Effects> together(
            SortedMap<String, Set<String>> adds, SortedMap<String, Set<String>> removes) {
        var effects = new TreeMap<String, Effects>();
        removes.forEach((key, gone) -> {
            var more = adds.getOrDefault(key, Set.of());
            if (!more.isEmpty() || !gone.isEmpty()) {
                effects.put(key, new Effects(List.copyOf(more), List.copyOf(gone)));
            }
        });
        return effects;
    }

    /** What arrives because this one needs it, directly or not; with itself. */
    private Set<String> pulled(String key) {
        return reached(Set.of(key), simulation.arriving(), (from, to) -> from.needs(to));
    }

    /** What goes because it cannot stay beside what this one brings, or beside the version that this one changes. */
    private Set<String> displacedBy(String key) {
        var brought = pulled(key);
        var gone = victims(changed(brought));
        gone.addAll(victims(reached(brought, simulation.removals(), Part::opposes)));
        return gone;
    }

    /** What of these is there in another version. */
    private Set<String> changed(Set<String> brought) {
        return simulation.arrivals().stream()
                .filter(arrival -> arrival.replaced().isPresent() && brought.contains(arrival.name()))
                .map(Simulation.Arrival::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What goes because one of these goes or is another now. */
    private Set<String> victims(Set<String> causes) {
        return reached(causes, simulation.removals(), (from, to) -> to.needs(from));
    }

    /** What of the candidates arrives so that what stays still has what it needs, with all that these need. */
    private Set<String> upkeep(Set<String> gone, Set<String> candidates) {
        return reached(upkeep.brought(gone, candidates), simulation.arriving(), Part::needs);
    }

    private Set<String> reached(Set<String> start, Set<String> field, BiPredicate<Part, Part> edge) {
        var found = new TreeSet<>(start);
        var open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            var from = parts.of(open.remove());
            for (String next : field) {
                if (!found.contains(next) && edge.test(from, parts.of(next))) {
                    found.add(next);
                    open.add(next);
                }
            }
        }
        return found;
    }
}
