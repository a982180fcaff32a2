package dev.twinsync.cli;

import dev.twinsync.domain.Outcome;
import dev.twinsync.port.Narration;
import java.io.PrintWriter;

/** Tells on standard error how far a long job is: one moving line on a terminal, one line an action elsewhere. */
final class Progress implements Narration {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean verbose;

    Progress(PrintWriter err, boolean terminal, boolean verbose) {
        this.err = err;
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public synchronized void looking(String plugin) {
        if (terminal) {
            show("looking at " + plugin + " …");
        } else if (verbose) {
            err.println("looking at " + plugin);
        }
        err.flush();
    }

    @Override
    public synchronized void acting(String actionId, int percent, String what) {
        if (terminal) {
            show(actionId + " … " + (percent > 0 ? percent + " % " : "") + what);
        } else if (verbose) {
            err.println(Printable.of(actionId + " " + percent + " % " + what));
        }
        err.flush();
    }

    @Override
    public synchronized void ended(String actionId, Outcome outcome) {
        err.println((terminal ? CLEAR_LINE : "") + Printable.of(OutcomeText.of(actionId, outcome)));
        err.flush();
    }

    /** Takes the moving line away. */
    synchronized void finish() {
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private void show(String text) {
        int width = 100;
        var line = Printable.of(text);
        err.print(CLEAR_LINE + line.substring(0, Math.min(width, line.length())));
    }
}
