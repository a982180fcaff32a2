package dev.twinsync.cli.logs;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.cli.terminal.TextColumns.Column;
import dev.twinsync.domain.logs.AuthFailures;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.logs.RefusedLogins;
import java.util.ArrayList;
import java.util.List;

/** Refused logins, for people and for programs. */
record LogAuthText(LogIndex index, RefusedLogins logins) {

    void show(Console console, CommonOptions options) {
        if (options.asJson()) {
            console.json(tree());
        } else if (logins.isEmpty()) {
            console.line("No login was refused, as far as the logs tell.");
        } else {
            logins.sources().stream().flatMap(source -> lines(source).stream()).forEach(console::line);
        }
    }

    private static List<String> lines(RefusedLogins.OfSource source) {
        var lines = new ArrayList<String>();
        lines.add(LogWords.shown(source.name() + ": "
                + LogWords.counted(
                        LogWords.number(source.total(), "refused login"),
                        source.total().sinceBoot() == 0,
                        source.countedSince())));
        lines.addAll(table(source.groups()));
        if (source.moreGroups() > 0) {
            lines.add("and " + LogWords.counted(source.moreGroups(), "other") + " that twin did not keep");
        }
        return lines;
    }

    /** Who tries chooses the name of the user: it stands where it cannot pretend to be another column. */
    private static List<String> table(List<AuthFailures.Group> groups) {
        var columns = List.of(
                Column.number("last hour"),
                Column.number("since boot"),
                Column.text("service"),
                Column.text("from"),
                Column.text("user"));
        return groups.isEmpty()
                ? List.of()
                : new TextColumns(columns, groups.stream().map(LogAuthText::row).toList()).lines();
    }

    private static List<String> row(AuthFailures.Group group) {
        return List.of(
                String.valueOf(group.counts().lastHour()),
                String.valueOf(group.counts().sinceBoot()),
                group.service(),
                group.from(),
                group.user());
    }

    private Tree tree() {
        return LogTrees.captured(index)
                .put(
                        "sources",
                        Tree.list(
                                logins.sources().stream().map(LogAuthText::tree).toList()))
                .build();
    }

    private static Tree tree(RefusedLogins.OfSource source) {
        return Tree.map()
                .put("plugin", source.plugin())
                .put("name", source.name())
                .put("counted_since", LogTrees.optional(source.countedSince()))
                .put("counts", LogTrees.counts(source.total()))
                .put(
                        "groups",
                        Tree.list(
                                source.groups().stream().map(LogAuthText::tree).toList()))
                .put("more_groups", Tree.literal(source.moreGroups()))
                .build();
    }

    private static Tree tree(AuthFailures.Group group) {
        return Tree.map()
                .put("service", group.service())
                .put("user", group.user())
                .put("from", group.from())
                .put("counts", LogTrees.counts(group.counts()))
                .build();
    }
}
