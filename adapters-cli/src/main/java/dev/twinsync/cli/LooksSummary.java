package dev.twinsync.cli;

import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.view.Look;
import java.util.List;

/** What each plugin saw and what is wished of it, in numbers. */
record LooksSummary(List<Line> all) {

    private record Line(String plugin, long wished, long seen, List<String> notSeen) {}

    static LooksSummary of(List<Look<?, ?, ?>> looks) {
        return new LooksSummary(looks.stream().map(LooksSummary::line).toList());
    }

    private static Line line(Look<?, ?, ?> look) {
        return switch (look.observation()) {
            case Observation.Seen<?>(var live, var gaps) ->
                new Line(
                        look.plugin().name(),
                        look.desired().size(),
                        live.size(),
                        gaps.stream()
                                .map(gap -> gap.keys() + ": " + gap.reason())
                                .toList());
            case Observation.Unavailable<?>(var reason) ->
                new Line(look.plugin().name(), look.desired().size(), 0, List.of(reason));
        };
    }

    List<String> lines() {
        return all.stream()
                .map(line -> String.format(
                                TextColumns.PLUGIN + "%5d declared, %5d seen",
                                line.plugin(),
                                line.wished(),
                                line.seen())
                        + (line.notSeen().isEmpty()
                                ? ""
                                : "; not seen: " + Printable.of(String.join("; ", line.notSeen()))))
                .toList();
    }

    Tree tree() {
        return Tree.list(all.stream()
                .map(line -> Tree.map()
                        .put("plugin", line.plugin())
                        .put("declared", Tree.literal(line.wished()))
                        .put("seen", Tree.literal(line.seen()))
                        .put(
                                "not_seen",
                                Tree.list(
                                        line.notSeen().stream().map(Tree::text).toList()))
                        .build())
                .toList());
    }
}
