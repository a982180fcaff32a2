package dev.twinsync.domain;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A part of a document: what the other parts say is left to who reads those, and not written.
 *
 * @param others the keys of the other parts
 */
record PartShape<T>(RecordShape<T> part, List<String> others) implements Shape<T> {

    @Override
    public Reading<T> read(Tree tree) {
        return tree instanceof Tree.Mapping document ? part.readBeside(others, own(document)) : part.read(tree);
    }

    private Tree.Mapping own(Tree.Mapping document) {
        return new Tree.Mapping(
                document.entries().stream()
                        .filter(line -> !others.contains(line.key()))
                        .toList(),
                document.place());
    }

    @Override
    public Tree write(T value) {
        return part.write(value);
    }

    /** Anything may stand below the keys of the others. */
    @Override
    public Tree.Mapping schema() {
        var anything = new LinkedHashMap<String, Tree>();
        others.forEach(key -> anything.put(key, Tree.map().build()));
        return part.schemaWith(anything);
    }
}
