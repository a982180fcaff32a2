package dev.twinsync.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long another twin that changes this machine is waited for. */
final class LockTimeoutOption {

    private static final int MOST = 86_400;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to wait for another twin that changes this machine, up to " + MOST
                    + " (default: not at all).")
    private Duration timeout = Duration.ZERO;

    /** A number of seconds, a day at most: beyond that nobody waits. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST) {
                throw new TypeConversionException("\"" + text + "\" is no number from 0 to " + MOST);
            }
            return Duration.ofSeconds(Integer.parseInt(text));
        }
    }

    Duration duration() {
        return timeout;
    }
}
