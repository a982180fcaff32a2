package dev.twinsync.domain.shape;

import java.util.function.Supplier;

/** A Shape that is made when something of it is read or written. */
record LaterShape<T>(Supplier<? extends Shape<T>> made) implements Shape<T> {

    @Override
    public Reading<T> read(Tree tree) {
        return made.get().read(tree);
    }

    @Override
    public Tree write(T value) {
        return made.get().write(value);
    }

    @Override
    public Tree.Mapping schema() {
        return made.get().schema();
    }
}
