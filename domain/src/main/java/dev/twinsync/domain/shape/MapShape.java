package dev.twinsync.domain.shape;

import java.util.List;

/** What is written as a map with known lines: a record, or one of several records told apart by a tag. */
public sealed interface MapShape<R> extends Shape<R> permits RecordShape, TaggedShape {

    @Override
    Tree.Mapping write(R value);

    /**
     * As {@link #read}, of a map from which some lines were read already.
     *
     * @param alreadyRead the keys of those lines, which are known words all the same
     */
    Reading<R> readBeside(List<String> alreadyRead, Tree.Mapping rest);

    /**
     * The schemas of the forms that the map may have, of which a document fits exactly one.
     *
     * @param before the lines that stand before the map's own: the tags around it
     * @param alsoRequired which of those must be written
     */
    List<Tree.Mapping> forms(List<Tree.Entry> before, List<String> alsoRequired);
}
