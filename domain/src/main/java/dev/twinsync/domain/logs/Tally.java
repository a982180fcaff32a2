package dev.twinsync.domain.logs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the messages of one log while they pass by, in memory that does not grow with their number. */
public final class Tally {

    private Counts errors = Counts.NONE;
    private Counts warnings = Counts.NONE;

    public void take(LogRecord record, Moment moment) {
        if (record.severity().isError()) {
            errors = errors.with(moment);
        }
        if (record.severity().isWarning()) {
            warnings = warnings.with(moment);
        }
    }

    public LogCounts counts() {
        return new LogCounts(errors, warnings, Map.of(), List.of(), AuthFailures.NONE, Optional.empty());
    }

    /** The errors among what was fresh. */
    public List<Sighting> sightings() {
        return List.of();
    }
}
