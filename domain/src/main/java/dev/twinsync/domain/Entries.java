package dev.twinsync.domain;

import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.function.Predicate;

/**
 * Those of a kind's things that stand below one key of a document.
 *
 * @param key {@code packages}
 * @param shape how all of them look there
 * @param holds whether a thing stands there; for each thing there is one key that does
 */
public record Entries<T extends Keyed>(String key, Shape<List<T>> shape, Predicate<T> holds) {

    List<T> of(List<T> all) {
        return all.stream().filter(holds).toList();
    }
}
