package dev.twinsync.cli.review;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.review.Change;
import dev.twinsync.flow.review.Difference;
import dev.twinsync.flow.review.Differences.Unseen;
import dev.twinsync.flow.review.Sides;
import dev.twinsync.port.TextComparison.Line;
import java.util.List;
import java.util.Locale;

/** What differs, for programs. */
record DiffTrees(DiffLines lines) {

    Tree of(Difference difference) {
        var map = Tree.map()
                .put("plugin", difference.plugin())
                .put("name", difference.name())
                .put("sort", DiffText.word(difference.sort()))
                .put("apply", texts(difference.would().actions()))
                .put("obstacles", texts(difference.would().obstacles()));
        difference.wished().ifPresent(tree -> map.put("wished", tree));
        difference.seen().ifPresent(tree -> map.put("seen", tree));
        return withContent(map, difference.content());
    }

    Tree of(Change change) {
        var map = Tree.map()
                .put("plugin", change.plugin())
                .put("name", change.name())
                .put("sort", change.sort().name().toLowerCase(Locale.ROOT));
        change.before().ifPresent(tree -> map.put("before", tree));
        change.after().ifPresent(tree -> map.put("after", tree));
        return withContent(map, change.content());
    }

    private Tree withContent(Tree.MapBuilder map, Sides content) {
        var changed = lines.content(content);
        return (changed.isEmpty()
                        ? map
                        : map.put(
                                "content",
                                Tree.list(changed.stream().map(DiffTrees::line).toList())))
                .build();
    }

    private static Tree line(Line line) {
        return Tree.map()
                .put("mark", line.mark().name().toLowerCase(Locale.ROOT))
                .put("text", line.text())
                .build();
    }

    static Tree of(List<Unseen> unseen) {
        return Tree.list(unseen.stream()
                .map(one -> Tree.map()
                        .put("plugin", one.plugin())
                        .put("name", one.kind() + ":" + one.keys())
                        .put("reason", one.reason())
                        .build())
                .toList());
    }

    private static Tree texts(List<String> texts) {
        return Tree.list(texts.stream().map(Tree::text).toList());
    }
}
