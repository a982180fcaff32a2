package dev.twinsync.domain.shape;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How values of one type look in a document. {@code read(write(x))} is {@code x}, and {@link #schema} is a JSON Schema
 * (draft 7, as a tree) that accepts exactly what {@link #read} accepts, but for rules that a schema cannot say.
 */
public interface Shape<T> {

    Reading<T> read(Tree tree);

    Tree write(T value);

    Tree.Mapping schema();

    /** The same look for another type; {@code there} refuses a value with an {@link IllegalArgumentException} in words. */
    default <R> Shape<R> as(Function<? super T, ? extends R> there, Function<? super R, ? extends T> back) {
        return new MappedShape<>(this, there, back, this::schema);
    }

    /** The same look, with a rule in its schema that no field can say: {@code oneOf}. */
    default Shape<T> withRule(String keyword, Tree rule) {
        return new MappedShape<>(this, value -> value, value -> value, () -> {
            var schema = Tree.map();
            schema().entries().forEach(entry -> schema.put(entry.key(), entry.value()));
            return schema.put(keyword, rule).build();
        });
    }

    /** A text field whose value is a small type of its own. {@code pattern} is its grammar, for editors. */
    static <R> Shape<R> text(String pattern, Function<String, R> there, Function<R, String> back) {
        return new MappedShape<>(
                text(),
                there,
                back,
                () -> Tree.map().put("type", "string").put("pattern", pattern).build());
    }

    /** One that is made when it is needed: most documents have nothing of most kinds. @param made each time the same */
    static <T> Shape<T> later(Supplier<? extends Shape<T>> made) {
        return new LaterShape<>(made);
    }

    static Shape<String> text() {
        return ScalarShape.TEXT;
    }

    static Shape<Boolean> truth() {
        return ScalarShape.TRUTH;
    }

    static Shape<Long> number() {
        return ScalarShape.NUMBER;
    }

    /** One that is counted with: beyond these bounds it is refused, with its place. */
    static Shape<Long> number(long least, long most) {
        return ScalarShape.number(least, most);
    }

    /** Whatever stands there, to be read by another Shape. */
    static Shape<Tree> tree() {
        return new TreeShape();
    }

    /** One of the constants of an enum, written in lower case with {@code -} for {@code _}. */
    static <E extends Enum<E>> Shape<E> word(Class<E> type) {
        return new WordShape<>(List.of(type.getEnumConstants()));
    }

    static <T> Shape<List<T>> list(Shape<T> item) {
        return new ListShape<>(item);
    }
}
