package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;

/** The same look, with masks for secrets in what is written. */
public record MaskedShape<T>(Shape<T> shape, Redaction redaction) implements Shape<T> {

    @Override
    public Reading<T> read(Tree tree) {
        return shape.read(tree);
    }

    @Override
    public Tree write(T value) {
        return redaction.tree(shape.write(value));
    }

    @Override
    public Tree.Mapping schema() {
        return shape.schema();
    }
}
