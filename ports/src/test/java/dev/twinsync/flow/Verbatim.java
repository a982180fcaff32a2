package dev.twinsync.flow;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;

/** A document just as it stands, whatever it means. */
final class Verbatim implements Shape<Tree> {

    @Override
    public Reading<Tree> read(Tree tree) {
        return new Reading.Value<>(tree);
    }

    @Override
    public Tree write(Tree tree) {
        return tree;
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map().build();
    }
}
