package dev.twinsync.domain.containers;

import java.util.List;

/** A list whose order means nothing. */
final class Sorted {

    private Sorted() {}

    static <T extends Comparable<T>> List<T> distinct(List<T> values) {
        return values.stream().distinct().sorted().toList();
    }
}
