package dev.twinsync.domain.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sealed type whose variants are told apart by one word, as in {@code ensure: absent} or {@code op: install}. Each
 * variant has lines of its own, and may itself be told apart by a further tag.
 *
 * @param otherwise the word that a missing tag stands for; empty where the tag must be written
 */
public record TaggedShape<T>(String tag, Optional<String> otherwise, List<Variant<? extends T>> variants)
        implements MapShape<T> {

    public TaggedShape {
        variants = List.copyOf(variants);
    }

    /** One variant: its word, its class, and the look of the lines beside the tag. */
    public record Variant<V>(String word, Class<V> type, MapShape<V> shape) {

        private Tree.Entry line(String tag) {
            var schema =
                    Tree.map().put("enum", Tree.list(List.of(Tree.text(word)))).build();
            return new Tree.Entry(tag, schema, Place.NONE);
        }

        private Tree.Mapping write(Object value) {
            return shape.write(type.cast(value));
        }
    }

    @Override
    public Reading<T> read(Tree tree) {
        return tree instanceof Tree.Mapping mapping
                ? readBeside(List.of(), mapping)
                : ScalarShape.refused(
                        tree, "a map with " + name().map(key -> key + ", ").orElse("") + tag);
    }

    /** The key of the line that an entry is called by. */
    private Optional<String> name() {
        return switch (variants.getFirst().shape()) {
            case RecordShape<?> record -> record.keys().stream().findFirst();
            case TaggedShape<?> tagged -> tagged.name();
        };
    }

    @Override
    public Reading<T> readBeside(List<String> alreadyRead, Tree.Mapping mapping) {
        var word = mapping.get(tag);
        if (word.isEmpty() && otherwise.isEmpty()) {
            return Reading.wrong(mapping.place(), "\"" + tag + "\" is missing");
        }
        if (word.isPresent() && !(word.get() instanceof Tree.Scalar)) {
            return ScalarShape.refused(word.get(), String.join(" or ", words()));
        }
        return word.map(found -> ((Tree.Scalar) found).text())
                .or(() -> otherwise)
                .flatMap(this::variant)
                .map(variant -> readAs(variant, and(alreadyRead, tag), mapping))
                .orElseGet(() -> unknown((Tree.Scalar) word.orElseThrow()));
    }

    private <V extends T> Reading<T> readAs(Variant<V> variant, List<String> alreadyRead, Tree.Mapping mapping) {
        return variant.shape().readBeside(alreadyRead, mapping).map(value -> value);
    }

    private Reading<T> unknown(Tree.Scalar word) {
        return Reading.wrong(
                word.place(),
                "expected " + String.join(" or ", words()) + ", found " + word.described()
                        + Nearest.hint(word.text(), words()));
    }

    /** The tag stands behind the first line, which is what an entry is called by: {@code name, ensure, …}. */
    @Override
    public Tree.Mapping write(T value) {
        var variant = variantOf(value);
        var lines = variant.write(value).entries();
        var map = Tree.map();
        lines.stream().limit(1).forEach(line -> map.put(line.key(), line.value()));
        map.put(tag, variant.word());
        lines.stream().skip(1).forEach(line -> map.put(line.key(), line.value()));
        return map.build();
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map().put("oneOf", Tree.list(forms(List.of(), List.of()))).build();
    }

    @Override
    public List<Tree.Mapping> forms(List<Tree.Entry> before, List<String> alsoRequired) {
        return variants.stream()
                .flatMap(variant -> variant
                        .shape()
                        .forms(
                                and(before, variant.line(tag)),
                                isOtherwise(variant) ? alsoRequired : and(alsoRequired, tag))
                        .stream())
                .toList();
    }

    private boolean isOtherwise(Variant<?> variant) {
        return otherwise.filter(variant.word()::equals).isPresent();
    }

    private static <E> List<E> and(List<E> list, E last) {
        var all = new ArrayList<E>(list.size() + 1);
        all.addAll(list);
        all.add(last);
        return all;
    }

    private Optional<Variant<? extends T>> variant(String word) {
        for (Variant<? extends T> candidate : variants) {
            if (candidate.word().equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The word by which a value is told apart. */
    public String word(T value) {
        return variantOf(value).word();
    }

    private Variant<? extends T> variantOf(T value) {
        return variants.stream()
                .filter(candidate -> candidate.type().isInstance(value))
                .findFirst()
                .orElseThrow();
    }

    private List<String> words() {
        return variants.stream().map(Variant::word).toList();
    }
}
