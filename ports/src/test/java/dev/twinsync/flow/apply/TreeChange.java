package dev.twinsync.flow.apply;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one thing in a document: a value, a key, the order, or what is there at all. */
record TreeChange(Random random) {

    private static final List<String> VALUES = List.of(
            "absent",
            "root",
            "2099-01-01T00:00:00Z",
            "true",
            "0",
            "/etc/shadow",
            "bash",
            "low",
            "exact",
            "sha256:" + "0".repeat(64),
            "");

    Tree somewhereIn(Tree tree) {
        return switch (tree) {
            case Tree.Scalar(var text, var plain, var place) -> new Tree.Scalar(other(text), plain, place);
            case Tree.Sequence(var items, var place)
            when items.isEmpty() || random.nextInt(4) == 0 -> new Tree.Sequence(otherItems(items), place);
            case Tree.Sequence(var items, var place) -> {
                var copy = new ArrayList<>(items);
                int at = random.nextInt(copy.size());
                copy.set(at, somewhereIn(copy.get(at)));
                yield new Tree.Sequence(copy, place);
            }
            case Tree.Mapping(var entries, var place)
            when entries.isEmpty() || random.nextInt(6) == 0 -> new Tree.Mapping(otherEntries(entries), place);
            case Tree.Mapping(var entries, var place) -> {
                var copy = new ArrayList<>(entries);
                int at = random.nextInt(copy.size());
                var entry = copy.get(at);
                copy.set(at, new Tree.Entry(entry.key(), somewhereIn(entry.value()), entry.place()));
                yield new Tree.Mapping(copy, place);
            }
        };
    }

    private String other(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(4)) {
            case 0 -> VALUES.get(random.nextInt(VALUES.size()));
            case 1 -> text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at);
            case 2 -> text.substring(0, at);
            default -> text.isEmpty() ? "x" : text.substring(1) + text.charAt(0);
        };
    }

    private List<Tree> otherItems(List<Tree> items) {
        var copy = new ArrayList<>(items);
        if (copy.isEmpty()) {
            copy.add(Tree.text("x"));
        } else if (random.nextBoolean()) {
            copy.remove(random.nextInt(copy.size()));
        } else {
            copy.add(copy.get(random.nextInt(copy.size())));
        }
        return copy;
    }

    private List<Tree.Entry> otherEntries(List<Tree.Entry> entries) {
        var copy = new ArrayList<>(entries);
        if (copy.isEmpty() || random.nextInt(3) == 0) {
            copy.add(new Tree.Entry("extra", Tree.text("x"), Place.NONE));
        } else {
            int at = random.nextInt(copy.size());
            var entry = copy.remove(at);
            if (random.nextBoolean()) {
                copy.add(at, new Tree.Entry(other(entry.key()), entry.value(), entry.place()));
            }
        }
        return copy;
    }
}
