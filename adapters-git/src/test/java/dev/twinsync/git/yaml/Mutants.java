package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Trees in which one thing or a few are not as they were. */
public final class Mutants {

    private final Random random;

    public Mutants(long seed) {
        this.random = new Random(seed);
    }

    public Tree of(Tree tree) {
        var mutant = tree;
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            mutant = somewhere(mutant);
        }
        return mutant;
    }

    private Tree somewhere(Tree tree) {
        return switch (tree) {
            case Tree.Sequence(var items, var _)
            when !items.isEmpty() && random.nextInt(4) > 0 -> {
                var changed = new ArrayList<>(items);
                changed.set(random.nextInt(items.size()), somewhere(pick(items)));
                yield Tree.list(changed);
            }
            case Tree.Mapping(var entries, var _)
            when !entries.isEmpty() && random.nextInt(4) > 0 -> {
                var changed = new ArrayList<>(entries);
                changed.replaceAll(pickOne(entries));
                yield new Tree.Mapping(changed, Place.NONE);
            }
            default -> here(tree);
        };
    }

    private UnaryOperator<Tree.Entry> pickOne(List<Tree.Entry> entries) {
        var chosen = pick(entries);
        return entry -> entry == chosen ? new Tree.Entry(entry.key(), somewhere(entry.value()), Place.NONE) : entry;
    }

    private Tree here(Tree tree) {
        return switch (tree) {
            case Tree.Sequence(var items, var _) when random.nextBoolean() -> list(items);
            case Tree.Mapping(var entries, var _) when random.nextInt(8) > 0 -> map(entries);
            case Tree.Scalar(var text, var _, var _) when random.nextBoolean() -> scalar(text);
            case Tree.Sequence _, Tree.Mapping _, Tree.Scalar _ -> something();
        };
    }

    private Tree list(List<Tree> items) {
        var changed = new ArrayList<>(items);
        switch (items.isEmpty() ? 0 : random.nextInt(3)) {
            case 0 -> changed.add(something());
            case 1 -> changed.add(pick(items));
            default -> changed.remove(random.nextInt(items.size()));
        }
        return Tree.list(changed);
    }

    private Tree map(List<Tree.Entry> entries) {
        var changed = new ArrayList<>(entries);
        if (entries.isEmpty() || random.nextInt(4) == 0) {
            changed.add(new Tree.Entry("unknown", something(), Place.NONE));
        } else {
            var gone = changed.remove(random.nextInt(changed.size()));
            if (random.nextInt(4) == 0) {
                changed.add(new Tree.Entry(gone.key() + "s", gone.value(), Place.NONE));
            }
        }
        return new Tree.Mapping(changed, Place.NONE);
    }

    private Tree scalar(String text) {
        return pick(List.of(
                Tree.text(text),
                Tree.text(text + "\n"),
                Tree.text(text + "-"),
                Tree.text(" " + text),
                Tree.text(text.toUpperCase(java.util.Locale.ROOT)),
                Tree.text(text.isEmpty() ? "x" : text.substring(1)),
                Tree.literal(text)));
    }

    private Tree something() {
        return pick(List.of(
                Tree.text(""),
                Tree.text("x"),
                Tree.text("true"),
                Tree.text("7"),
                Tree.text("present"),
                Tree.literal(true),
                Tree.literal(7),
                Tree.literal(-1),
                Tree.literal("1.5"),
                Tree.literal("1000000000000000000"),
                Tree.literal(""),
                Tree.list(List.of()),
                Tree.list(List.of(Tree.text("x"))),
                Tree.map().build(),
                Tree.map().put("name", "x").build()));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
