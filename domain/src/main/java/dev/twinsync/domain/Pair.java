package dev.twinsync.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing as it is wanted and as it is seen. A planner is a switch over this. */
public sealed interface Pair<D extends Keyed, L extends Keyed> {

    String key();

    record Missing<D extends Keyed, L extends Keyed>(D wanted) implements Pair<D, L> {
        @Override
        public String key() {
            return wanted.key();
        }
    }

    record Both<D extends Keyed, L extends Keyed>(D wanted, L seen) implements Pair<D, L> {
        @Override
        public String key() {
            return wanted.key();
        }
    }

    record Unmanaged<D extends Keyed, L extends Keyed>(L seen) implements Pair<D, L> {
        @Override
        public String key() {
            return seen.key();
        }
    }

    /** Everything that is wanted or seen, in the order of keys. */
    static <D extends Keyed, L extends Keyed> Stream<Pair<D, L>> of(List<D> desired, Observation.Seen<L> seen) {
        Map<String, D> wanted = byKey(desired);
        Map<String, L> found = byKey(seen.live());
        var keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        return keys.stream().map(key -> pair(wanted.get(key), found.get(key)));
    }

    private static <D extends Keyed, L extends Keyed> Pair<D, L> pair(D wanted, L seen) {
        if (wanted == null) {
            return new Unmanaged<>(seen);
        }
        return seen == null ? new Missing<>(wanted) : new Both<>(wanted, seen);
    }

    private static <T extends Keyed> Map<String, T> byKey(List<T> things) {
        return things.stream()
                .collect(Collectors.toMap(
                        Keyed::key,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalArgumentException("two entries for \"" + one.key() + "\"");
                        },
                        HashMap::new));
    }
}
