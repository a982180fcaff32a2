package dev.twinsync.flow.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run made on the way to what it was about, and nobody asked for: the folders above a file. */
public record CameAlong(View view, PastPlan past) {

    /**
     * What goes with what of this run is undone, each by its very name ({@code files.mirror:/etc/new}). What else of that run still stands
     * on it keeps it, and so does what cannot be seen, and what is brought back to what it was before a newer run.
     *
     * @param selection all that is undone
     * @param settled what of that newer runs had to do with, as {@link FormerWishes#thing}; what this one had to do with is added
     */
    public List<String> with(Selection selection, Set<String> settled) {
        var names = new ArrayList<String>();
        for (Former<?, ?, ?> former : past.before()) {
            var selected = former.things().keySet().stream()
                    .filter(key -> selection.includes(former.plugin(), former.kind(), key))
                    .collect(Collectors.partitioningBy(
                            key -> settled.add(FormerWishes.thing(former.plugin(), key)), Collectors.toSet()));
            with(former, selected.get(true), selected.get(false))
                    .forEach(key -> names.add(former.plugin() + ":" + key));
        }
        return names;
    }

    private Stream<String> with(Former<?, ?, ?> former, Set<String> going, Set<String> broughtBack) {
        var along = keys(former);
        var way = wayTo(going, former);
        way.retainAll(along);
        way.removeAll(wayTo(broughtBack, former));
        var others = former.things().keySet().stream()
                .filter(key -> !along.contains(key) && !going.contains(key) && !broughtBack.contains(key))
                .filter(key -> former.kind().wayTo(key).stream().anyMatch(way::contains))
                .collect(Collectors.toSet());
        way.removeAll(wayTo(standing(others, former), former));
        return way.stream().sorted();
    }

    private static Set<String> wayTo(Set<String> keys, Former<?, ?, ?> former) {
        return keys.stream().flatMap(key -> former.kind().wayTo(key).stream()).collect(Collectors.toSet());
    }

    private Set<String> standing(Set<String> keys, Former<?, ?, ?> former) {
        return keys.isEmpty()
                ? keys
                : view.plugin(former.plugin())
                        .map(plugin -> standing(keys, plugin))
                        .orElse(keys);
    }

    private static <L extends Keyed> Set<String> standing(Set<String> keys, Plugin<?, L, ?> plugin) {
        return switch (plugin.sight().observe(new Scope.Glance(keys))) {
            case Observation.Unavailable<L> _ -> keys;
            case Observation.Seen<L> seen -> {
                var there = seen.live().stream().map(Keyed::key).collect(Collectors.toSet());
                yield keys.stream()
                        .filter(key -> there.contains(key) || seen.gapOver(key).isPresent())
                        .collect(Collectors.toSet());
            }
        };
    }

    /** The same without what {@code state/} wishes for by now: it has a reason of its own to be there. */
    Reading<Former<?, ?, ?>> unlessDeclared(Former<?, ?, ?> former) throws IOException {
        var along = keys(former);
        var plugin = view.plugin(former.plugin());
        return along.isEmpty() || plugin.isEmpty()
                ? new Reading.Value<>(former)
                : declared(plugin.get())
                        .map(declared -> former.only(key -> !along.contains(key) || !declared.contains(key)));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Reading<Set<String>> declared(Plugin<D, L, A> plugin)
            throws IOException {
        return view.repo()
                .read(Layout.desired(plugin.kind()))
                .map(wishes -> wishes.orElse(List.of()).stream()
                        .filter(wish -> isToBeThere(plugin.kind(), wish))
                        .map(Keyed::key)
                        .collect(Collectors.toSet()));
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> boolean isToBeThere(
            Kind<D, L, A> kind, D wish) {
        return kind.decide(new Pair.Missing<>(wish)).findAny().isPresent();
    }

    /** Nothing was there before, no action was about it, and it leads to something. */
    private Set<String> keys(Former<?, ?, ?> former) {
        var things = former.things();
        var way = wayTo(things.keySet(), former);
        way.removeIf(key -> !Optional.empty().equals(things.get(key)));
        past.results().forEach(result -> result.keyOf(former.plugin()).ifPresent(way::remove));
        return way;
    }
}
