package dev.twinsync.domain;

import dev.twinsync.domain.shape.Nearest;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;

/**
 * The line of a document that says what carries it out. A schema accepts each of them; whoever reads a document is one of them
 * and cannot work with what is said to another.
 *
 * @param names the reader's own first
 */
record BackendShape(List<String> names) implements Shape<String> {

    @Override
    public Reading<String> read(Tree tree) {
        return Shape.text()
                .read(tree)
                .then(name -> name.equals(names.getFirst())
                        ? new Reading.Value<>(name)
                        : Reading.wrong(tree.place(), refusal(name)));
    }

    private String refusal(String name) {
        return names.contains(name)
                ? "this is of " + name + ", and twin works with " + names.getFirst() + " here; run: twin snapshot"
                : "expected " + String.join(" or ", names) + ", found \"" + name + "\"" + Nearest.hint(name, names);
    }

    @Override
    public Tree write(String name) {
        return Tree.text(name);
    }

    @Override
    public Tree.Mapping schema() {
        var sorted = names.stream().sorted().map(Tree::text).toList();
        return Tree.map().put("type", "string").put("enum", Tree.list(sorted)).build();
    }
}
