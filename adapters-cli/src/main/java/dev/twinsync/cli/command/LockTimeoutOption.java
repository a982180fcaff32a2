package dev.twinsync.cli.command;

import dev.twinsync.cli.machine.SecondsWithin;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long another twin is waited for by a command that changes the machine. */
public final class LockTimeoutOption {

    static final int MOST = 86_400;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to wait for another twin that is at work on this machine, up to " + MOST
                    + " (default: not at all).")
    private Duration timeout = Duration.ZERO;

    /** A day at most: beyond that nobody waits. */
    static final class Seconds extends SecondsWithin {
        Seconds() {
            super(0, MOST);
        }
    }

    public Duration duration() {
        return timeout;
    }
}
