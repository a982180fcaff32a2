package dev.twinsync.flow.history;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What became of an entry of a document, in a line. */
final class EntryChange {

    private EntryChange() {}

    /** Empty where it says the same. */
    static Optional<String> inWords(Optional<Tree> before, Optional<Tree> after) {
        if (before.isEmpty()) {
            return after.map(tree -> "added: " + tree.inline());
        }
        if (after.isEmpty()) {
            return Optional.of("gone");
        }
        return isSame(before.get(), after.get()) ? Optional.empty() : Optional.of(changed(before.get(), after.get()));
    }

    private static String changed(Tree before, Tree after) {
        return before instanceof Tree.Mapping was && after instanceof Tree.Mapping is
                ? String.join(", ", lines(was, is))
                : before.inline() + " -> " + after.inline();
    }

    private static List<String> lines(Tree.Mapping was, Tree.Mapping is) {
        var keys = was.entries().stream().map(Tree.Entry::key).collect(Collectors.toCollection(TreeSet::new));
        is.entries().forEach(entry -> keys.add(entry.key()));
        var lines = new ArrayList<String>();
        for (String key : keys) {
            var one = was.get(key).map(Tree::inline).orElse("(none)");
            var other = is.get(key).map(Tree::inline).orElse("(none)");
            if (!one.equals(other)) {
                lines.add(key + ": " + one + " -> " + other);
            }
        }
        return lines;
    }

    private static boolean isSame(Tree one, Tree other) {
        return JsonTree.compact(one).equals(JsonTree.compact(other));
    }
}
