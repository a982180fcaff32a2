package dev.twinsync.cli.logs;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.cli.terminal.TextColumns.Column;
import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.shape.Tree;
import java.util.List;

/** Errors that are known, for people and for programs. */
record LogErrorsText(LogIndex index, List<ErrorSignature> errors) {

    /** @param none what to say where there are none */
    void show(Console console, CommonOptions options, String none) {
        if (options.asJson()) {
            console.json(tree());
        } else if (errors.isEmpty()) {
            console.line(none);
        } else {
            lines().forEach(console::line);
        }
    }

    private List<String> lines() {
        var columns = List.of(
                Column.text("last seen"),
                Column.number("count"),
                Column.text("severity"),
                Column.text("new since"),
                Column.text("unit"),
                Column.text("error"));
        return new TextColumns(columns, errors.stream().map(LogErrorsText::row).toList()).lines();
    }

    private static List<String> row(ErrorSignature error) {
        return List.of(
                error.lastSeen(),
                String.valueOf(error.count()),
                error.severity(),
                String.join(", ", error.newSince()),
                error.unit(),
                error.text());
    }

    private Tree tree() {
        return LogTrees.captured(index)
                .put("errors", Tree.list(errors.stream().map(LogTrees::error).toList()))
                .build();
    }
}
