package dev.twinsync.cli;

import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plan.Status;
import dev.twinsync.flow.plan.Status.Line;
import java.util.ArrayList;
import java.util.List;

/** How far a machine is from the wish, for people and for programs. */
final class StatusText {

    private StatusText() {}

    static List<String> of(Status.Report report) {
        return report.lines().stream().map(StatusText::line).map(Printable::of).toList();
    }

    private static String line(Line line) {
        return String.format(TextColumns.PLUGIN + "%s", line.plugin(), String.join(", ", words(line)));
    }

    private static List<String> words(Line line) {
        var words = new ArrayList<String>();
        line.unavailable().ifPresent(reason -> words.add("not seen: " + reason));
        if (line.changes() > 0) {
            words.add(line.changes() + (line.changes() == 1 ? " change" : " changes") + " pending");
        }
        if (line.later() > 0) {
            words.add(line.later() + " waiting");
        }
        if (line.blocked() > 0) {
            words.add(line.blocked() + " blocked");
        }
        if (words.isEmpty()) {
            words.add(line.seen().isPresent() ? "in sync (" + line.wished() + " declared)" : "nothing declared");
        }
        if (line.ignored() > 0) {
            words.add(line.ignored() + " ignored");
        }
        if (line.gaps() > 0) {
            words.add(line.gaps() + (line.gaps() == 1 ? " part" : " parts") + " could not be seen");
        }
        return words;
    }

    /** What can be said of a machine of which nothing is known that is not as it should be. */
    static String inSync(Status.Report report) {
        return report.sawEverything() ? "In sync." : "In sync, as far as twin could see.";
    }

    /** @param open whether a run was cut off and is open still */
    static Tree tree(Status.Report report, boolean offline, boolean open) {
        return Tree.map()
                .put("in_sync", Tree.literal(report.isInSync() && !open))
                .put("open_run", Tree.literal(open))
                .put("offline", Tree.literal(offline))
                .put(
                        "plugins",
                        Tree.list(report.lines().stream().map(StatusText::tree).toList()))
                .build();
    }

    private static Tree tree(Line line) {
        var map = Tree.map()
                .put("plugin", line.plugin())
                .put("in_sync", Tree.literal(line.isInSync()))
                .put("declared", Tree.literal(line.wished()));
        line.seen().ifPresent(seen -> map.put("seen", Tree.literal(seen)));
        map.put("changes", Tree.literal(line.changes()))
                .put("waiting", Tree.literal(line.later()))
                .put("blocked", Tree.literal(line.blocked()))
                .put("gaps", Tree.literal(line.gaps()))
                .put("ignored", Tree.literal(line.ignored()));
        line.unavailable().ifPresent(reason -> map.put("unavailable", reason));
        return map.build();
    }
}
