package dev.twinsync.domain.shape;

import java.util.List;
import java.util.Locale;

record WordShape<E extends Enum<E>>(List<E> constants) implements Shape<E> {

    @Override
    public Reading<E> read(Tree tree) {
        if (!(tree instanceof Tree.Scalar scalar)) {
            return ScalarShape.refused(tree, expected());
        }
        for (E constant : constants) {
            if (word(constant).equals(scalar.text())) {
                return new Reading.Value<>(constant);
            }
        }
        return Reading.wrong(
                tree.place(),
                "expected " + expected() + ", found " + tree.described() + Nearest.hint(scalar.text(), words()));
    }

    @Override
    public Tree write(E value) {
        return Tree.text(word(value));
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map()
                .put("enum", Tree.list(words().stream().map(Tree::text).toList()))
                .build();
    }

    private List<String> words() {
        return constants.stream().map(WordShape::word).toList();
    }

    private String expected() {
        return String.join(" or ", words());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
