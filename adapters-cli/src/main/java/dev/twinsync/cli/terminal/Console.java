package dev.twinsync.cli.terminal;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Narration;
import java.io.PrintWriter;
import java.util.List;

/** What a command writes: its result to standard output, everything else to standard error. */
public final class Console {

    private static final int MOST_PROBLEMS = 50;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Progress progress;
    private final NextCommands next;

    public Console(PrintWriter out, PrintWriter err, Progress progress) {
        this(out, err, progress, NextCommands.HERE);
    }

    /** @param progress whose moving line goes away before anything else is written */
    public Console(PrintWriter out, PrintWriter err, Progress progress, NextCommands next) {
        this.out = out;
        this.err = err;
        this.progress = progress;
        this.next = next;
    }

    /** Whether twin was started at a terminal, by a person. */
    public static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    public void line(String text) {
        print(text + System.lineSeparator());
    }

    /** A line that says what to run next. */
    public void next(String sentence) {
        line(next.in(sentence));
    }

    /** A sentence that says what to run next, for who reads it elsewhere. */
    public String inFull(String sentence) {
        return next.in(sentence);
    }

    public void json(Tree tree) {
        print(JsonTree.pretty(tree));
    }

    /** Text with its own line ends. */
    public void print(String text) {
        progress.finish();
        out.print(text);
        out.flush();
    }

    /** A line for the person at the terminal that is not what was asked for. */
    public void aside(String text) {
        progress.finish();
        err.println(text);
        err.flush();
    }

    /** The beginning of a line of which the person at the terminal writes the end. */
    public void prompt(String text) {
        progress.finish();
        err.print(text);
        err.flush();
    }

    /** Where a flow tells what it is about. */
    public Narration narration() {
        return progress;
    }

    /** A line for the person at the terminal that the next one takes away; nobody else sees it. */
    public void passing(String text) {
        progress.passing(text);
    }

    /** A sentence for a person who does not get what was asked for. */
    public void complain(String text) {
        aside("twin: " + Printable.of(next.in(text)));
    }

    /** The whole story of a fault, for who is to mend it. */
    public void whole(Throwable fault) {
        progress.finish();
        fault.printStackTrace(err);
        err.flush();
    }

    /** Whether a result did not get through: the disk behind it is full, or nobody reads it any more. */
    public boolean hasLostSomething() {
        return out.checkError() || System.out.checkError();
    }

    /** A broken document may hold a problem in every line: those after the first few say nothing new. */
    public Exit unreadable(List<Problem> problems) {
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> complain(problem.toString()));
        if (problems.size() > MOST_PROBLEMS) {
            complain("and " + (problems.size() - MOST_PROBLEMS) + " more; for all of them, run: twin config validate"
                    + " --output json");
        }
        return Exit.ERROR;
    }
}
