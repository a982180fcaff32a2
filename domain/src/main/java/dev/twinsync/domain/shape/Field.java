package dev.twinsync.domain.shape;

import java.util.Optional;
import java.util.function.Function;

/**
 * One line of a record: its key, the look of its value, and where a record keeps it.
 *
 * @param absent the value that a missing line stands for, which is then not written; empty where the line must be there
 */
public record Field<R, F>(String key, Shape<F> shape, Function<? super R, ? extends F> getter, Optional<F> absent) {

    public static <R, F> Field<R, F> required(String key, Shape<F> shape, Function<? super R, ? extends F> getter) {
        return new Field<>(key, shape, getter, Optional.empty());
    }

    public static <R, F> Field<R, F> withDefault(
            String key, Shape<F> shape, F absent, Function<? super R, ? extends F> getter) {
        return new Field<>(key, shape, getter, Optional.of(absent));
    }

    public static <R, F> Field<R, Optional<F>> optional(
            String key, Shape<F> shape, Function<? super R, Optional<F>> getter) {
        return new Field<>(key, new Maybe<>(shape), getter, Optional.of(Optional.empty()));
    }

    Optional<Tree> write(R owner) {
        F value = getter.apply(owner);
        return absent.filter(value::equals).isPresent() ? Optional.empty() : Optional.of(shape.write(value));
    }

    /** As {@link #write}, with the line also where the value is what a missing line stands for. */
    Optional<Tree> writeInFull(R owner) {
        F value = getter.apply(owner);
        if (Optional.empty().equals(value)) {
            return Optional.empty();
        }
        return Optional.of(shape instanceof RecordShape<F> record ? record.inFull(value) : shape.write(value));
    }

    /** A value that is there when its line is; leaving the line out is what {@link #absent} is for. */
    private record Maybe<F>(Shape<F> shape) implements Shape<Optional<F>> {
        @Override
        public Reading<Optional<F>> read(Tree tree) {
            return shape.read(tree).map(Optional::of);
        }

        @Override
        public Tree write(Optional<F> value) {
            return shape.write(value.orElseThrow());
        }

        @Override
        public Tree.Mapping schema() {
            return shape.schema();
        }
    }
}
