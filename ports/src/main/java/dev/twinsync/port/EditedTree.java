package dev.twinsync.port;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a document says after an edit. */
public final class EditedTree {

    private EditedTree() {}

    /** An edit for something that is not there, or is something else. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        /** @param reason the beginning of a sentence */
        private Unfit(String reason) {
            super(reason);
        }
    }

    /** @return the tree with the edit done; its other nodes are the same ones */
    public static Tree of(Tree tree, Edit edit) throws Unfit {
        return below(Optional.of(tree), edit, 0).orElseThrow(() -> new Unfit("nothing would be left"));
    }

    /**
     * What comes of a node on the way.
     *
     * @param node empty: there is none yet
     * @param depth how many steps down it stands
     * @return empty: it goes
     */
    public static Optional<Tree> below(Optional<Tree> node, Edit edit, int depth) throws Unfit {
        var steps = edit.at().steps();
        if (depth == steps.size()) {
            return there(node, edit);
        }
        return Optional.of(
                switch (steps.get(depth)) {
                    case Pointer.Step.Key(var key) -> inMap(mapping(node, edit, depth), key, edit, depth);
                    case Pointer.Step.Index(var at) -> inList(node, at, edit, depth);
                });
    }

    private static Optional<Tree> there(Optional<Tree> node, Edit edit) throws Unfit {
        return switch (edit) {
            case Edit.Set(var _, var value, var _) -> Optional.of(value);
            case Edit.Remove(var at) -> {
                if (node.isEmpty()) {
                    throw new Unfit("there is no " + at);
                }
                yield Optional.empty();
            }
            case Edit.Append(var at, var item, var _) -> Optional.of(longer(node, at, item));
            case Edit.Insert(var _, var item) -> Optional.of(item);
        };
    }

    private static Tree longer(Optional<Tree> node, Pointer at, Tree item) throws Unfit {
        if (node.isEmpty() || isNothing(node.get())) {
            return Tree.list(List.of(item));
        }
        if (!(node.get() instanceof Tree.Sequence(var items, var place))) {
            throw new Unfit(at + " is no list");
        }
        var longer = new ArrayList<>(items);
        longer.add(item);
        return new Tree.Sequence(longer, place);
    }

    private static Tree.Mapping mapping(Optional<Tree> node, Edit edit, int depth) throws Unfit {
        if (node.isEmpty() || isNothing(node.get())) {
            return new Tree.Mapping(List.of(), Place.NONE);
        }
        if (node.get() instanceof Tree.Mapping mapping) {
            return mapping;
        }
        throw new Unfit((depth == 0 ? "the document" : above(edit, depth)) + " is no map");
    }

    private static String above(Edit edit, int depth) {
        return new Pointer(edit.at().steps().subList(0, depth)).toString();
    }

    private static Tree inMap(Tree.Mapping map, String key, Edit edit, int depth) throws Unfit {
        var after = below(map.get(key), edit, depth + 1);
        var entries = new ArrayList<Tree.Entry>();
        for (Tree.Entry entry : map.entries()) {
            if (!entry.key().equals(key)) {
                entries.add(entry);
            } else if (after.isPresent()) {
                entries.add(new Tree.Entry(key, after.get(), entry.place()));
            }
        }
        if (map.get(key).isEmpty() && after.isPresent()) {
            entries.add(new Tree.Entry(key, after.get(), Place.NONE));
        }
        return new Tree.Mapping(entries, map.place());
    }

    private static Tree inList(Optional<Tree> node, int at, Edit edit, int depth) throws Unfit {
        boolean inserts =
                edit instanceof Edit.Insert && depth + 1 == edit.at().steps().size();
        if (node.isEmpty()
                || !(node.get() instanceof Tree.Sequence(var items, var place))
                || at >= items.size() + (inserts ? 1 : 0)) {
            throw new Unfit("there is no " + above(edit, depth + 1));
        }
        var after = new ArrayList<>(items);
        if (inserts) {
            after.add(at, below(Optional.empty(), edit, depth + 1).orElseThrow());
            return new Tree.Sequence(after, place);
        }
        var item = below(Optional.of(items.get(at)), edit, depth + 1);
        if (item.isPresent()) {
            after.set(at, item.get());
        } else {
            after.remove(at);
        }
        return new Tree.Sequence(after, place);
    }

    private static boolean isNothing(Tree node) {
        return node instanceof Tree.Scalar(var text, var plain, var _) && plain && text.isEmpty();
    }
}
