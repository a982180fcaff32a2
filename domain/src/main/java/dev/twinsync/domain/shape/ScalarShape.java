package dev.twinsync.domain.shape;

import java.util.function.Function;

/** A single value. Text is taken as it stands, so that {@code 1.10} stays {@code 1.10} and {@code 0644} stays {@code 0644}. */
record ScalarShape<T>(
        Tree.Mapping schema, String expected, Function<Tree.Scalar, Reading<T>> reader, Function<T, Tree> writer)
        implements Shape<T> {

    /** Eighteen digits: as many as always fit. */
    private static final long LARGEST = 999_999_999_999_999_999L;

    static final Shape<String> TEXT =
            new ScalarShape<>(type("string").build(), "text", scalar -> new Reading.Value<>(scalar.text()), Tree::text);

    static final Shape<Boolean> TRUTH =
            new ScalarShape<>(type("boolean").build(), "true or false", ScalarShape::truth, Tree::literal);

    static final Shape<Long> NUMBER = new ScalarShape<>(number(), "a whole number", ScalarShape::number, Tree::literal);

    @Override
    public Reading<T> read(Tree tree) {
        return tree instanceof Tree.Scalar scalar && !isNothing(scalar)
                ? reader.apply(scalar)
                : refused(tree, expected);
    }

    @Override
    public Tree write(T value) {
        return writer.apply(value);
    }

    private static Tree.MapBuilder type(String type) {
        return Tree.map().put("type", type);
    }

    private static Tree.Mapping number() {
        return type("integer")
                .put("minimum", Tree.literal(-LARGEST))
                .put("maximum", Tree.literal(LARGEST))
                .build();
    }

    private static boolean isNothing(Tree.Scalar scalar) {
        return scalar.plain() && scalar.text().isEmpty();
    }

    private static Reading<Boolean> truth(Tree.Scalar scalar) {
        return scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"))
                ? new Reading.Value<>(Boolean.valueOf(scalar.text()))
                : refused(scalar, "true or false");
    }

    private static Reading<Long> number(Tree.Scalar scalar) {
        return scalar.plain() && scalar.text().matches("-?(0|[1-9][0-9]{0,17})")
                ? new Reading.Value<>(Long.valueOf(scalar.text()))
                : refused(scalar, "a whole number");
    }

    static <T> Reading<T> refused(Tree tree, String expected) {
        return Reading.wrong(tree.place(), "expected " + expected + ", found " + tree.described());
    }
}
