package dev.twinsync.git;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small trees by chance, of the sort that configurations are. */
public final class Samples {

    private static final List<String> TEXTS = List.of(
            "htop",
            "two words",
            "1.10",
            "0644",
            "a, b",
            "a: b",
            "# no comment",
            "/etc/hosts",
            "größe \ud83d\ude00",
            "it's",
            "\"said\"",
            "first\nsecond",
            "ends\n",
            " blank",
            "yes",
            "",
            "- x",
            "[x]",
            "a\\b",
            "tab\there",
            "core",
            "alpha beta");

    private static final List<String> KEYS =
            List.of("name", "ensure", "version", "größe", "\ud83d\ude00", "x y", "1.10", "on", "path", "options");

    private final Random random;
    private int left;

    public Samples(Random random) {
        this.random = random;
    }

    public Tree.Mapping root(int size) {
        left = size;
        return map(1);
    }

    public Tree any(int size) {
        left = size;
        return node(2);
    }

    public Tree scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> Tree.literal(random.nextInt(100));
            case 1 -> Tree.literal(random.nextBoolean());
            default -> Tree.text(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private Tree node(int depth) {
        left--;
        int choice = depth > 4 || left <= 0 ? 0 : random.nextInt(6);
        return switch (choice) {
            case 1 -> map(depth);
            case 2 -> Tree.list(items(depth));
            case 3 -> Tree.list(entries(depth));
            default -> random.nextInt(30) == 0 && depth == 2 ? Tree.literal("") : scalar();
        };
    }

    private List<Tree> items(int depth) {
        var items = new ArrayList<Tree>();
        for (int count = random.nextInt(5); count > 0; count--) {
            items.add(node(depth + 1));
        }
        return items;
    }

    /** As the lists of {@code state/} have them. */
    private List<Tree> entries(int depth) {
        var items = new ArrayList<Tree>();
        for (int count = random.nextInt(5); count > 0; count--) {
            items.add(map(depth + 1));
        }
        return items;
    }

    private Tree.Mapping map(int depth) {
        var keys = new ArrayList<>(KEYS);
        Collections.shuffle(keys, random);
        var map = Tree.map();
        for (String key : keys.subList(0, 1 + random.nextInt(4))) {
            map.put(key, node(depth + 1));
        }
        return map.build();
    }
}
