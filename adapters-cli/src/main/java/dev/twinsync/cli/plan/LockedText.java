package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;

/** That another twin was at work for longer than it was to be waited for. */
public final class LockedText {

    private LockedText() {}

    /** @param holder who that is, in words */
    public static Exit show(String holder, Console console) {
        return show(holder, RunResultText.UNCHANGED, console);
    }

    /** @param untouched what that kept from happening, in words */
    public static Exit show(String holder, String untouched, Console console) {
        console.complain("another twin is at work on this machine: " + holder + "; " + untouched
                + "; to wait longer for it, say --lock-timeout SECONDS");
        return Exit.LOCKED;
    }
}
