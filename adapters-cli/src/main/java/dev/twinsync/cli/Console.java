package dev.twinsync.cli;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import java.io.PrintWriter;
import java.util.List;

/** What a command writes: its result to standard output, everything else to standard error. */
record Console(PrintWriter out, PrintWriter err) {

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void json(Tree tree) {
        out.print(JsonTree.pretty(tree));
        out.flush();
    }

    /** A sentence for a person who does not get what was asked for. */
    void complain(String text) {
        err.println("twin: " + Printable.of(text));
        err.flush();
    }

    Exit unreadable(List<Problem> problems) {
        problems.forEach(problem -> complain(problem.toString()));
        return Exit.ERROR;
    }
}
