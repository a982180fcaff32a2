package dev.twinsync.domain.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import java.util.LinkedHashMap;
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

    /** With what was touched later besides; what was touched before keeps what it was first. */
    @SuppressWarnings("unchecked") // both are of the same plugin, whose kind made or read them
    public Former<D, L, A> and(Former<?, ?, ?> later) {
        if (!later.plugin.equals(plugin)) {
            throw new IllegalArgumentException(later.plugin + " is not " + plugin);
        }
        var all = new LinkedHashMap<>(things);
        ((Former<D, L, A>) later).things.forEach(all::putIfAbsent);
        return new Former<>(plugin, kind, all);
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
