package dev.twinsync.domain.shape;

/** Any tree, as it stands: what it means is decided elsewhere. */
record TreeShape() implements Shape<Tree> {

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
