package dev.twinsync.flow.history;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.content.Rewrite;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some things of {@code state/} as they were: their entries, and what files are to hold. */
record RestoredThings(Twin twin, RepoContents then, Selection selection) {

    /** What has to be written for it; wrong where a pattern means nothing, then as now. */
    Reading<List<Rewrite>> all() throws IOException {
        var problems = new ArrayList<>(selection.unknownKinds(twin.view().plugins()));
        var parts = new ArrayList<Reading<Part>>();
        for (Plugin<?, ?, ?> plugin : twin.view().plugins()) {
            if (selection.touches(plugin)) {
                parts.add(of(plugin));
            }
        }
        return switch (Reading.all(parts)) {
            case Reading.Wrong<List<Part>>(var wrong) -> new Reading.Wrong<>(wrong);
            case Reading.Value<List<Part>>(var all) -> {
                selection.patterns().stream()
                        .filter(pattern -> problems.isEmpty() && all.stream().noneMatch(part -> part.has(pattern)))
                        .forEach(pattern -> problems.add(new Problem(
                                Place.NONE, pattern + ": nothing in state/ is called that, neither then nor now")));
                yield problems.isEmpty()
                        ? new Reading.Value<>(all.stream()
                                .flatMap(part -> part.rewrites().stream())
                                .toList())
                        : new Reading.Wrong<>(problems);
            }
        };
    }

    /** @param keys of all that is meant, then or now */
    private record Part(Plugin<?, ?, ?> plugin, Set<String> keys, List<Rewrite> rewrites) {
        boolean has(String pattern) {
            var one = new Selection(List.of(pattern));
            return keys.stream().anyMatch(key -> one.includes(plugin, key))
                    || (!pattern.contains(":") && one.touches(plugin));
        }
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Reading<Part> of(Plugin<D, L, A> plugin)
            throws IOException {
        var document = Layout.desired(plugin.kind());
        var was = then.read(document).map(wishes -> wishes.orElse(List.of()));
        var is = twin.repo().read(document).map(wishes -> wishes.orElse(List.of()));
        return switch (was.then(old -> is.map(now -> List.of(old, now)))) {
            case Reading.Wrong<List<List<D>>>(var problems) -> new Reading.Wrong<>(problems);
            case Reading.Value<List<List<D>>>(var both) ->
                new Reading.Value<>(of(plugin, both.getFirst(), both.getLast()));
        };
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Part of(
            Plugin<D, L, A> plugin, List<D> was, List<D> is) throws IOException {
        var old = was.stream()
                .filter(wish -> selection.includes(plugin, wish.key()))
                .toList();
        var keys = new LinkedHashSet<String>();
        old.forEach(wish -> keys.add(wish.key()));
        is.stream()
                .map(Keyed::key)
                .filter(key -> selection.includes(plugin, key))
                .forEach(keys::add);
        var rewrites = new ArrayList<Rewrite>();
        var wanted = with(old, keys, is);
        if (!wanted.equals(is)) {
            rewrites.add(new Rewrite.Amended<>(Layout.desired(plugin.kind()), wanted));
        }
        for (D wish : old) {
            content(plugin, wish).ifPresent(rewrites::add);
        }
        return new Part(plugin, keys, rewrites);
    }

    /** In the order that they have now; what is not there now comes last. */
    private static <D extends Keyed> List<D> with(List<D> old, Set<String> keys, List<D> is) {
        var byKey = new LinkedHashMap<String, D>();
        old.forEach(wish -> byKey.put(wish.key(), wish));
        var wanted = new ArrayList<D>();
        for (D wish : is) {
            if (!keys.contains(wish.key())) {
                wanted.add(wish);
            } else if (byKey.containsKey(wish.key())) {
                wanted.add(byKey.remove(wish.key()));
            }
        }
        wanted.addAll(byKey.values());
        return wanted;
    }

    /** What a file is to hold, where it is to hold something else now. */
    private <D extends Keyed> Optional<Rewrite> content(Plugin<D, ?, ?> plugin, D wish) throws IOException {
        var path = plugin.contents().pathOf(wish);
        return path.isEmpty()
                        || then.digest(path.get()).isEmpty()
                        || then.digest(path.get()).equals(twin.repo().digest(path.get()))
                ? Optional.empty()
                : Optional.of(new Rewrite.Whole(path.get(), then));
    }
}
