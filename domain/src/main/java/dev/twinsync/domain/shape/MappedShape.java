package dev.twinsync.domain.shape;

import java.util.function.Function;
import java.util.function.Supplier;

/** @param made its schema, once somebody asks for it */
record MappedShape<T, R>(
        Shape<T> shape,
        Function<? super T, ? extends R> there,
        Function<? super R, ? extends T> back,
        Supplier<Tree.Mapping> made)
        implements Shape<R> {

    @Override
    public Reading<R> read(Tree tree) {
        return shape.read(tree).mapAt(tree.place(), there);
    }

    @Override
    public Tree write(R value) {
        return shape.write(back.apply(value));
    }

    @Override
    public Tree.Mapping schema() {
        return made.get();
    }
}
