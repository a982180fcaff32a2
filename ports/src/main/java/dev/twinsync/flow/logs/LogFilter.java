package dev.twinsync.flow.logs;

import dev.twinsync.flow.view.Glob;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of the logs is asked for.
 *
 * @param since nothing older
 * @param units only what is about these, with {@code *} and {@code ?}; {@code nginx} is {@code nginx.service} too; empty:
 *     everything
 * @param search only what this is found in
 */
public record LogFilter(Optional<Instant> since, List<String> units, Optional<Search> search) {

    public static final LogFilter NONE = new LogFilter(Optional.empty(), List.of(), Optional.empty());

    private static final String SERVICE = ".service";

    public LogFilter {
        units = List.copyOf(units);
    }

    /** What has no time may be new. */
    boolean isNewEnough(Optional<Instant> at) {
        return since.isEmpty() || at.isEmpty() || !at.get().isBefore(since.get());
    }

    boolean isAbout(String unit) {
        return units.isEmpty() || units.stream().anyMatch(pattern -> names(pattern, unit));
    }

    private static boolean names(String pattern, String unit) {
        return new Glob(pattern).matches(unit) || new Glob(pattern + SERVICE).matches(unit);
    }

    boolean isFoundIn(String text) throws IOException {
        return search.isEmpty() || search.get().finds(text);
    }
}
