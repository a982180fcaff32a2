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

    static final Shape<Long> NUMBER = new ScalarShape<>(
            integer(-LARGEST, LARGEST),
            "a whole number",
            scalar -> isWhole(scalar) ? within(scalar, -LARGEST, LARGEST) : refused(scalar, "a whole number"),
            Tree::literal);

    static Shape<Long> number(long least, long most) {
        return new ScalarShape<>(
                integer(least, most), wholeFrom(least, most), scalar -> within(scalar, least, most), Tree::literal);
    }

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

    private static Tree.Mapping integer(long least, long most) {
        return type("integer")
                .put("minimum", Tree.literal(least))
                .put("maximum", Tree.literal(most))
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

    private static boolean isWhole(Tree.Scalar scalar) {
        return scalar.plain() && scalar.text().matches("-?(0|[1-9][0-9]*)");
    }

    /** Whatever has more digits than {@link #LARGEST} is beyond all bounds. */
    private static Reading<Long> within(Tree.Scalar scalar, long least, long most) {
        return isWhole(scalar)
                        && scalar.text().matches("-?[0-9]{1,18}")
                        && Long.parseLong(scalar.text()) >= least
                        && Long.parseLong(scalar.text()) <= most
                ? new Reading.Value<>(Long.valueOf(scalar.text()))
                : refused(scalar, wholeFrom(least, most));
    }

    private static String wholeFrom(long least, long most) {
        return "a whole number from " + least + " to " + most;
    }

    static <T> Reading<T> refused(Tree tree, String expected) {
        return Reading.wrong(tree.place(), "expected " + expected + ", found " + tree.described());
    }
}
