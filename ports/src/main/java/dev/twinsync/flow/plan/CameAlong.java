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
     * What goes with the selected things, each by its very name ({@code files.mirror:/etc/new}). What else of that run still stands on it
     * keeps it, and so does what cannot be seen.
     */
    public List<String> with(Selection selection) {
        var names = new ArrayList<String>();
        for (Former<?, ?, ?> former : past.before()) {
            var along = keys(former);
            along.stream()
                    .filter(key -> selected(former, selection).anyMatch(thing -> leads(former, key, thing)))
                    .filter(key -> nothingElseStandsOn(key, former, along, selection))
                    .sorted()
                    .forEach(key -> names.add(former.plugin() + ":" + key));
        }
        return names;
    }

    private static Stream<String> selected(Former<?, ?, ?> former, Selection selection) {
        return former.things().keySet().stream().filter(key -> selection.includes(former.plugin(), former.kind(), key));
    }

    private static boolean leads(Former<?, ?, ?> former, String key, String thing) {
        return former.kind().leadsTo(key, thing);
    }

    private boolean nothingElseStandsOn(String key, Former<?, ?, ?> former, Set<String> along, Selection selection) {
        var others = former.things().keySet().stream()
                .filter(thing -> leads(former, key, thing) && !along.contains(thing))
                .filter(thing -> !selection.includes(former.plugin(), former.kind(), thing))
                .collect(Collectors.toSet());
        return others.isEmpty()
                || plugin(former).filter(plugin -> areGone(plugin, others)).isPresent();
    }

    private static <L extends Keyed> boolean areGone(Plugin<?, L, ?> plugin, Set<String> keys) {
        return switch (plugin.sight().observe(new Scope.Only(keys))) {
            case Observation.Unavailable<L> _ -> false;
            case Observation.Seen<L> seen ->
                keys.stream()
                        .allMatch(key ->
                                seen.find(key).isEmpty() && seen.gapOver(key).isEmpty());
        };
    }

    /** The same without what {@code state/} wishes for by now: it has a reason of its own to be there. */
    Reading<Former<?, ?, ?>> unlessDeclared(Former<?, ?, ?> former) throws IOException {
        var along = keys(former);
        var plugin = plugin(former);
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

    private Optional<Plugin<?, ?, ?>> plugin(Former<?, ?, ?> former) {
        return view.plugins().stream()
                .filter(plugin -> plugin.name().equals(former.plugin()))
                .findFirst();
    }

    /** Nothing was there before, no action was about it, and it leads to something. */
    private Set<String> keys(Former<?, ?, ?> former) {
        var things = former.things();
        return things.keySet().stream()
                .filter(key -> things.get(key).isEmpty())
                .filter(key -> things.keySet().stream().anyMatch(thing -> leads(former, key, thing)))
                .filter(key -> past.results().stream().noneMatch(result -> result.isAbout(former.plugin(), key)))
                .collect(Collectors.toSet());
    }
}
