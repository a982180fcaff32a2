package dev.twinsync.domain.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The result of reading a document: its value, or everything that is wrong with it (never empty). */
public sealed interface Reading<T> {

    /** A document with more of them is not looked at any further: nobody reads them, and each costs time. */
    int ENOUGH_PROBLEMS = 1_000;

    record Value<T>(T value) implements Reading<T> {}

    record Wrong<T>(List<Problem> problems) implements Reading<T> {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    static <T> Reading<T> wrong(Place place, String message) {
        return new Wrong<>(List.of(new Problem(place, message)));
    }

    default <R> Reading<R> then(Function<? super T, Reading<R>> next) {
        return switch (this) {
            case Value<T>(var value) -> next.apply(value);
            case Wrong<T>(var problems) -> new Wrong<>(problems);
        };
    }

    default <R> Reading<R> map(Function<? super T, ? extends R> function) {
        return then(value -> new Value<>(function.apply(value)));
    }

    /** As {@link #map}, where the function may refuse the value with an {@link IllegalArgumentException} in words. */
    default <R> Reading<R> mapAt(Place place, Function<? super T, ? extends R> function) {
        return then(value -> {
            try {
                return new Value<>(function.apply(value));
            } catch (IllegalArgumentException refused) {
                return wrong(place, refused.getMessage());
            }
        });
    }

    default List<Problem> problems() {
        return switch (this) {
            case Value<T> _ -> List.of();
            case Wrong<T>(var problems) -> problems;
        };
    }

    /** All values in order, or the problems of all of them, each once: several may have read the same document. */
    static <T> Reading<List<T>> all(List<Reading<T>> readings) {
        var values = new ArrayList<T>();
        var problems = new ArrayList<Problem>();
        for (Reading<T> reading : readings) {
            switch (reading) {
                case Value<T>(var value) -> values.add(value);
                case Wrong<T>(var found) -> problems.addAll(found);
            }
        }
        return problems.isEmpty()
                ? new Value<>(List.copyOf(values))
                : new Wrong<>(problems.stream().distinct().toList());
    }
}
