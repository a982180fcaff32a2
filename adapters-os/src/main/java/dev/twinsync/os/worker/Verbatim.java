package dev.twinsync.os.worker;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;

/** Any tree, as it stands: what it means is decided later. */
record Verbatim() implements Shape<Tree> {

    static final Shape<Tree> SHAPE = new Verbatim();

    @Override
    public Reading<Tree> read(Tree tree) {
        return new Reading.Value<>(tree);
    }

    @Override
    public Tree write(Tree value) {
        return value;
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map().build();
    }
}
