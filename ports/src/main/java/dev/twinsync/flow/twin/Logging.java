package dev.twinsync.flow.twin;

import dev.twinsync.flow.configuration.LogsInGit;
import dev.twinsync.port.LogSource;
import java.util.List;

/**
 * The log plugins of a machine, and what becomes of what they bring.
 *
 * @param keep how many captures beside the current one are kept, besides the last of each day; 0: none at all
 * @param keepDays how old these may become, in days
 * @param inGit what of the captures goes into commits
 */
public record Logging(List<LogSource> sources, long keep, long keepDays, LogsInGit inGit) {

    /** A machine without log plugins. */
    public static final Logging NONE = new Logging(List.of(), 0, 0, LogsInGit.INDEX);

    public Logging {
        sources = List.copyOf(sources);
    }
}
