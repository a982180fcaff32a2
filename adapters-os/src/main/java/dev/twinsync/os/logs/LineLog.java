package dev.twinsync.os.logs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last lines of a log that are handed on by somebody who keeps it.
 *
 * @param source who that is: {@code docker}
 * @param isCut whether there may be more before them
 * @param begins when there began to be a log: a new container has a new one; empty: as long ago as there is anything
 */
record LineLog(String source, List<StampedLine> lines, boolean isCut, Optional<Instant> begins) {

    /** So many are looked at: enough to count the errors of days. */
    static final int MOST = 5000;

    LineLog {
        lines = List.copyOf(lines);
    }

    /** Whether somebody would have to know the clock of the container. */
    boolean isUndated() {
        return lines.stream().anyMatch(line -> line.at().isEmpty());
    }

    static LineLog of(String source, List<StampedLine> lines) {
        return new LineLog(source, lines, lines.size() >= MOST, Optional.empty());
    }
}
