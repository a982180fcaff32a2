package dev.twinsync.cli.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long another twin is waited for by a command that writes down what is there: mostly it is but another snapshot. */
public final class ShortWaitOption {

    private static final int USUAL = 30;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            converter = LockTimeoutOption.Seconds.class,
            description = "How long to wait for another twin that is at work on this machine, up to "
                    + LockTimeoutOption.MOST + " (default: " + USUAL + ").")
    private Duration timeout = Duration.ofSeconds(USUAL);

    public Duration duration() {
        return timeout;
    }
}
