package dev.twinsync.domain.shape;

import java.util.function.Function;

record MappedShape<T, R>(
        Shape<T> shape,
        Function<? super T, ? extends R> there,
        Function<? super R, ? extends T> back,
        Tree.Mapping schema)
        implements Shape<R> {

    @Override
    public Reading<R> read(Tree tree) {
        return shape.read(tree).mapAt(tree.place(), there);
    }

    @Override
    public Tree write(R value) {
        return shape.write(back.apply(value));
    }
}
