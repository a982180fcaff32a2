package dev.twinsync.cli;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How long a changed network is on probation. */
final class NetworkTimeoutOption {

    static final Duration DEFAULT = Duration.ofSeconds(60);
    private static final String NAME = "--network-timeout";
    private static final int LEAST = 5;
    private static final int MOST = 600;

    @Option(
            names = NAME,
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long a changed network is on probation before it is taken back by itself: " + LEAST
                    + " to " + MOST + " (default: 60).")
    private Duration timeout = DEFAULT;

    static final class Seconds extends SecondsWithin {
        Seconds() {
            super(LEAST, MOST);
        }
    }

    Duration duration() {
        return timeout;
    }

    /** How the root side is told. */
    static List<String> toRootSide(Duration timeout) {
        return timeout.equals(DEFAULT) ? List.of() : List.of(NAME, String.valueOf(timeout.toSeconds()));
    }
}
