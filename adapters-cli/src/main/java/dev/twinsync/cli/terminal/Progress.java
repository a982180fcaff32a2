package dev.twinsync.cli.terminal;

import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.Printable;
import dev.twinsync.port.Narration;
import java.io.PrintWriter;

/** Tells on standard error how far a long job is: one moving line on a terminal, one line an action elsewhere. */
public final class Progress implements Narration {

    private static final String CLEAR_LINE = "\r\u001b[K";
    /** Fits terminals of the usual least width; of a line that wraps, only the last part could be taken away. */
    private static final int NARROW = 78;

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean verbose;
    private final SharedReasons reasons = new SharedReasons(first -> "for the same reason as " + first);
    private boolean moving;

    public Progress(PrintWriter err, boolean terminal, boolean verbose) {
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

    /** A moving line, on a terminal only. */
    synchronized void passing(String text) {
        if (terminal) {
            show(text);
            err.flush();
        }
    }

    @Override
    public synchronized void ended(String actionId, Outcome outcome) {
        finish();
        err.println(Printable.of(OutcomeText.of(actionId, outcome, reasons)));
        err.flush();
    }

    @Override
    public synchronized void waiting(String holder) {
        finish();
        err.println(Printable.of("another twin is at work on this machine: " + holder + "; waiting for it …"));
        err.flush();
    }

    /** Takes the moving line away, if there is one. */
    public synchronized void finish() {
        if (moving) {
            err.print(CLEAR_LINE);
            err.flush();
            moving = false;
        }
    }

    private void show(String text) {
        var line = Printable.of(text);
        err.print(CLEAR_LINE + line.substring(0, Math.min(NARROW, line.length())));
        moving = true;
    }
}
