package dev.twinsync.cli.machine;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How long a changed network is on probation. */
public final class NetworkTimeoutOption {

    public static final Duration DEFAULT = Duration.ofSeconds(60);
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

    public Duration duration() {
        return timeout;
    }

    /** How the root side is told. */
    public static List<String> toRootSide(Duration timeout) {
        return timeout.equals(DEFAULT) ? List.of() : List.of(NAME, String.valueOf(timeout.toSeconds()));
    }
}
