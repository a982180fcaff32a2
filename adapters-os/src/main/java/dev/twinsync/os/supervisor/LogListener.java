package dev.twinsync.os.supervisor;

import dev.twinsync.os.StreamedLine;

/** Who listens to a log. */
@FunctionalInterface
public interface LogListener {

    /**
     * Gets one line without its end.
     *
     * @return whether there may be more; false ends the reading, which is no fault
     */
    boolean take(StreamedLine line);
}
