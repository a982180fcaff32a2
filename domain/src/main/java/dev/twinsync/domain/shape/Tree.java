package dev.twinsync.domain.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document before it has a meaning: scalars, lists and maps, each with its place. Types come from a {@link Shape}. */
public sealed interface Tree {

    Place place();

    /** What a user would call this node in an error message. */
    String described();

    /** All of it on one line, for a sentence. */
    default String inline() {
        return switch (this) {
            case Scalar(var text, var _, var _) -> text;
            case Sequence(var items, var _) ->
                items.stream().map(Tree::inline).collect(Collectors.joining(", ", "[", "]"));
            case Mapping(var entries, var _) ->
                entries.stream()
                        .map(entry -> entry.key() + ": " + entry.value().inline())
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** Whether a Shape reads the same from both; where they stand, and in what order the lines of a map, is no part of that. */
    default boolean saysTheSameAs(Tree other) {
        return switch (this) {
            case Scalar scalar ->
                other instanceof Scalar && JsonTree.compact(scalar).equals(JsonTree.compact(other));
            case Sequence(var items, var _) ->
                other instanceof Sequence(var others, var _) && sayTheSame(items, others);
            case Mapping(var entries, var _) ->
                other instanceof Mapping map
                        && entries.size() == map.entries().size()
                        && entries.stream()
                                .allMatch(entry -> map.get(entry.key())
                                        .filter(entry.value()::saysTheSameAs)
                                        .isPresent());
        };
    }

    private static boolean sayTheSame(List<Tree> items, List<Tree> others) {
        return items.size() == others.size()
                && IntStream.range(0, items.size())
                        .allMatch(index -> items.get(index).saysTheSameAs(others.get(index)));
    }

    /** @param plain written without quotes: the only form in which a number or a truth value counts as one */
    record Scalar(String text, boolean plain, Place place) implements Tree {
        @Override
        public String described() {
            return text.isEmpty() && plain ? "nothing" : "\"" + text + "\"";
        }
    }

    record Sequence(List<Tree> items, Place place) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    record Mapping(List<Entry> entries, Place place) implements Tree {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Tree> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }

        @Override
        public String described() {
            return "a map";
        }
    }

    /** One line of a map; {@code place} is the key's. */
    record Entry(String key, Tree value, Place place) {}

    static Tree text(String text) {
        return new Scalar(text, false, Place.NONE);
    }

    /** A number or a truth value, as it is written without quotes. */
    static Tree literal(Object value) {
        return new Scalar(String.valueOf(value), true, Place.NONE);
    }

    static Tree list(List<? extends Tree> items) {
        return new Sequence(List.copyOf(items), Place.NONE);
    }

    static MapBuilder map() {
        return new MapBuilder();
    }

    /** Collects the lines of a map in the order in which they are to be written. */
    final class MapBuilder {
        private final List<Entry> entries = new ArrayList<>();

        private MapBuilder() {}

        public MapBuilder put(String key, Tree value) {
            entries.add(new Entry(key, value, Place.NONE));
            return this;
        }

        public MapBuilder put(String key, String text) {
            return put(key, text(text));
        }

        public Mapping build() {
            return new Mapping(entries, Place.NONE);
        }
    }
}
