package dev.twinsync.domain.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * What things of one plugin were before a run touched them for the first time.
 *
 * @param plugin its name: {@code packages.debian}
 * @param things by key, in the order in which they were touched; empty: nothing was there
 */
public record Former<D extends Keyed, L extends Keyed, A extends Action>(
        String plugin, Kind<D, L, A> kind, SequencedMap<String, Optional<L>> things) {

    public Former {
        things = new LinkedHashMap<>(things);
    }

    /**
     * What several say of one plugin: of each thing, the first of them that names it. All at once, since a run has as many as it has
     * actions, and each would copy all before it.
     *
     * @param formers of one plugin, at least one
     */
    @SuppressWarnings("unchecked") // all are of the same plugin, whose kind made or read them
    public static Former<?, ?, ?> together(List<Former<?, ?, ?>> formers) {
        return firstOfEach((List<Former<Keyed, Keyed, Action>>) (List<?>) formers);
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Former<D, L, A> firstOfEach(
            List<Former<D, L, A>> formers) {
        var first = formers.getFirst();
        var things = new LinkedHashMap<String, Optional<L>>();
        for (var former : formers) {
            if (!former.plugin.equals(first.plugin)) {
                throw new IllegalArgumentException(former.plugin + " is not " + first.plugin);
            }
            former.things.forEach(things::putIfAbsent);
        }
        return new Former<>(first.plugin, first.kind, things);
    }

    /** Just the things with such keys. */
    public Former<D, L, A> only(Predicate<String> which) {
        var some = new LinkedHashMap<>(things);
        some.keySet().removeIf(which.negate());
        return new Former<>(plugin, kind, some);
    }

    /** What one thing is. */
    public static <D extends Keyed, L extends Keyed, A extends Action> Former<D, L, A> ofOne(
            String plugin, Kind<D, L, A> kind, String key, Optional<L> seen) {
        var things = new LinkedHashMap<String, Optional<L>>();
        things.put(key, seen);
        return new Former<>(plugin, kind, things);
    }
}
