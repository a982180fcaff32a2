package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.logs.FoundLines;
import java.util.ArrayList;
import java.util.List;

/** Writes lines of logs: text by text as they are found, or at the end as JSON. */
final class LogLinesOutput {

    private final Console console;
    private final boolean json;
    private final LogLinesText text;
    private final List<Tree> trees = new ArrayList<>();
    private boolean hasFound;

    LogLinesOutput(Console console, boolean json, LogLinesText text) {
        this.console = console;
        this.json = json;
        this.text = text;
    }

    void add(FoundLines found) {
        hasFound |= !found.isEmpty();
        if (json) {
            found.lines().forEach(line -> trees.add(tree(found.path(), line)));
        } else {
            text.of(found).forEach(console::line);
        }
        remark(found);
    }

    private void remark(FoundLines found) {
        if (!found.isWhole()) {
            console.complain(found.path() + " is larger than twin ever writes: only its beginning was read");
        }
        if (found.isUndated()) {
            console.complain("no line of " + found.path() + " says when it was written: --since left none out");
        }
    }

    /** @return whether any line was found */
    boolean end() {
        if (json) {
            console.json(Tree.map().put("lines", Tree.list(trees)).build());
        }
        if (!hasFound) {
            console.complain("nothing found");
        }
        return hasFound;
    }

    private static Tree tree(String path, FoundLines.Line line) {
        return Tree.map()
                .put("file", Printable.of(path))
                .put("line", Tree.literal(line.number()))
                .put("match", Tree.literal(line.isMatch()))
                .put("text", line.text())
                .build();
    }
}
