package dev.twinsync.cli.logs;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.cli.terminal.TextColumns.Column;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.logs.UnitTroubles;
import java.util.List;

/** Units that something is the matter with, for people and for programs. */
record LogUnitsText(LogIndex index, UnitTroubles units) {

    void show(Console console, CommonOptions options) {
        if (options.asJson()) {
            console.json(tree());
            return;
        }
        list(console, "failed", units.failed());
        list(console, "critical since boot", units.critical());
        if (!units.errors().isEmpty()) {
            table().forEach(console::line);
        }
        if (units.isEmpty()) {
            console.line("No unit failed, and no error of a unit is known.");
        }
    }

    private static void list(Console console, String head, List<String> names) {
        names.forEach(name -> console.line(LogWords.shown(head + ": " + name)));
    }

    private List<String> table() {
        var columns =
                List.of(Column.number("errors"), Column.number("kinds"), Column.text("last seen"), Column.text("unit"));
        return new TextColumns(
                        columns, units.errors().stream().map(LogUnitsText::row).toList())
                .lines();
    }

    private static List<String> row(UnitTroubles.OfUnit unit) {
        return List.of(String.valueOf(unit.count()), String.valueOf(unit.kinds()), unit.lastSeen(), unit.unit());
    }

    private Tree tree() {
        return LogTrees.captured(index)
                .put("failed", LogTrees.texts(units.failed()))
                .put("critical", LogTrees.texts(units.critical()))
                .put(
                        "errors",
                        Tree.list(
                                units.errors().stream().map(LogUnitsText::tree).toList()))
                .build();
    }

    private static Tree tree(UnitTroubles.OfUnit unit) {
        return Tree.map()
                .put("unit", unit.unit())
                .put("kinds", Tree.literal(unit.kinds()))
                .put("count", Tree.literal(unit.count()))
                .put("last_seen", unit.lastSeen())
                .build();
    }
}
