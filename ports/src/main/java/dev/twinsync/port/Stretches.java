package dev.twinsync.port;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** A list cut into pieces, for what has to be done in its order and partly at once. */
public final class Stretches {

    private Stretches() {}

    /**
     * The elements in their order, in lists none of which is empty.
     *
     * @param together whether the second of two neighbours goes on with the stretch of the first
     */
    public static <T> List<List<T>> of(List<T> elements, BiPredicate<T, T> together) {
        var stretches = new ArrayList<List<T>>();
        int begin = 0;
        for (int next = 1; next <= elements.size(); next++) {
            if (next == elements.size() || !together.test(elements.get(next - 1), elements.get(next))) {
                stretches.add(List.copyOf(elements.subList(begin, next)));
                begin = next;
            }
        }
        return stretches;
    }
}
