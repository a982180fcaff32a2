package dev.twinsync.cli.planted;

/** Breaks a rule on purpose. */
public final class StartsAProcess {
    public Process start() throws java.io.IOException {
        return new ProcessBuilder("true").start();
    }
}
