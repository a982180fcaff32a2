package dev.twinsync.cli;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import java.io.PrintWriter;
import java.util.List;

/**
 * What a command writes: its result to standard output, everything else to standard error.
 *
 * @param progress what is taken away before anything is written
 */
record Console(PrintWriter out, PrintWriter err, Progress progress) {

    void line(String text) {
        print(text + System.lineSeparator());
    }

    void json(Tree tree) {
        print(JsonTree.pretty(tree));
    }

    /** A result as it stands, with its line ends. */
    void print(String text) {
        progress.finish();
        out.print(text);
        out.flush();
    }

    /** What a person should see beside the result. */
    void note(String text) {
        progress.finish();
        err.println(text);
        err.flush();
    }

    /** A sentence for a person who does not get what was asked for. */
    void complain(String text) {
        note("twin: " + Printable.of(text));
    }

    Exit unreadable(List<Problem> problems) {
        problems.forEach(problem -> complain(problem.toString()));
        return Exit.ERROR;
    }
}
