package dev.twinsync.domain.plan;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/** What was seen, or the word {@code absent}. */
record SeenShape<L>(Shape<L> live) implements Shape<Optional<L>> {

    private static final String ABSENT = "absent";

    @Override
    public Reading<Optional<L>> read(Tree tree) {
        return tree instanceof Tree.Scalar(var text, var _, var _) && text.equals(ABSENT)
                ? new Reading.Value<>(Optional.empty())
                : live.read(tree).map(Optional::of);
    }

    @Override
    public Tree write(Optional<L> seen) {
        return seen.map(live::write).orElseGet(() -> Tree.text(ABSENT));
    }

    @Override
    public Tree.Mapping schema() {
        var absent =
                Tree.map().put("enum", Tree.list(List.of(Tree.text(ABSENT)))).build();
        return Tree.map()
                .put("oneOf", Tree.list(List.of(absent, live.schema())))
                .build();
    }
}
