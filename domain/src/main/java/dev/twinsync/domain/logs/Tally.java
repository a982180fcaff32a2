package dev.twinsync.domain.logs;

import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.logs.LogCounts.LastError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Counts the messages of one log while they pass by, in memory that does not grow with their number. */
public final class Tally {

    private static final int MOST_UNITS = 50;
    private static final int LONGEST_UNIT = 255;
    private static final int LONGEST_MESSAGE = 500;
    private static final String NGINX = "nginx";

    private final UnaryOperator<String> discreet;
    private final Map<String, Long> levels = new TreeMap<>();
    private final TreeSet<String> criticalUnits = new TreeSet<>();
    private final RefusalTally refusals = new RefusalTally();
    private final SightingTally sightings = new SightingTally();
    private Counts errors = Counts.NONE;
    private Counts warnings = Counts.NONE;
    private Optional<LastError> lastError = Optional.empty();

    /** @param discreet puts masks in the place of secrets, before anything is cut out of a message */
    public Tally(UnaryOperator<String> discreet) {
        this.discreet = discreet;
    }

    /** The records of a log are to be taken in the order in which they were written. */
    public void take(LogRecord record, Moment moment) {
        if (record.severity().isError()) {
            takeError(record.withMessage(discreet.apply(record.message())), moment);
        }
        if (record.severity().isWarning()) {
            warnings = warnings.with(moment);
        }
        if (moment.sinceBoot() && record.tag().equals(NGINX)) {
            levels.merge(level(record.severity()), 1L, Long::sum);
        }
        refusals.take(record, moment);
    }

    private void takeError(LogRecord record, Moment moment) {
        errors = errors.with(moment);
        if (moment.sinceBoot() && record.severity().isCritical()) {
            addCritical(unit(record));
        }
        if (lastError.flatMap(LastError::at).filter(at -> isBefore(record, at)).isEmpty()) {
            lastError = Optional.of(
                    new LastError(record.at(), unit(record), Shortened.to(LONGEST_MESSAGE, record.message())));
        }
        if (moment.fresh()) {
            sightings.take(record);
        }
    }

    /** Which of too many units are left out must not depend on their order. */
    private void addCritical(String unit) {
        criticalUnits.add(unit);
        if (criticalUnits.size() > MOST_UNITS) {
            criticalUnits.removeLast();
        }
    }

    private static boolean isBefore(LogRecord record, String time) {
        return record.at().filter(at -> at.compareTo(time) < 0).isPresent();
    }

    private static String unit(LogRecord record) {
        return Shortened.to(LONGEST_UNIT, record.unit());
    }

    /** In the words of nginx. */
    private static String level(Severity severity) {
        return switch (severity) {
            case EMERGENCY -> "emerg";
            case ALERT -> "alert";
            case CRITICAL -> "crit";
            case ERROR -> "error";
            case WARNING -> "warn";
            case NOTICE -> "notice";
            case INFO -> "info";
            case DEBUG -> "debug";
        };
    }

    public LogCounts counts() {
        return new LogCounts(errors, warnings, levels, List.copyOf(criticalUnits), refusals.counted(), lastError);
    }

    /** The errors among what was fresh. */
    public List<Sighting> sightings() {
        return sightings.sighted();
    }
}
