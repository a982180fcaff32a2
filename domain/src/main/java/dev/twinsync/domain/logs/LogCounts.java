package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the messages of one log were, in numbers.
 *
 * @param levels how many messages of each level a log of nginx has, since boot, by its word ({@code error}) and in that order
 * @param criticalUnits those that wrote something critical or worse since boot
 */
public record LogCounts(
        Counts errors,
        Counts warnings,
        Map<String, Long> levels,
        List<String> criticalUnits,
        AuthFailures auth,
        Optional<LastError> lastError) {

    public static final LogCounts NONE =
            new LogCounts(Counts.NONE, Counts.NONE, Map.of(), List.of(), AuthFailures.NONE, Optional.empty());

    static final RecordShape<LogCounts> SHAPE = shape();

    public LogCounts {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
        criticalUnits = List.copyOf(criticalUnits);
    }

    /** The newest error. @param at UTC; empty where the line has no time */
    public record LastError(Optional<String> at, String unit, String message) {}

    private static RecordShape<LogCounts> shape() {
        var errors = withDefault("errors", Counts.SHAPE, Counts.NONE, LogCounts::errors);
        var warnings = withDefault("warnings", Counts.SHAPE, Counts.NONE, LogCounts::warnings);
        var levels = withDefault("levels", new TableShape<>(Shape.number()), Map.of(), LogCounts::levels);
        var critical = withDefault("critical_units", Shape.list(Shape.text()), List.of(), LogCounts::criticalUnits);
        var auth = withDefault("auth_failures", AuthFailures.SHAPE, AuthFailures.NONE, LogCounts::auth);
        var lastError = optional("last_error", lastErrorShape(), LogCounts::lastError);
        return new RecordShape<>(
                List.of(errors, warnings, levels, critical, auth, lastError),
                line -> new LogCounts(
                        line.get(errors),
                        line.get(warnings),
                        line.get(levels),
                        line.get(critical),
                        line.get(auth),
                        line.get(lastError)));
    }

    private static Shape<LastError> lastErrorShape() {
        var at = optional("at", Shape.text(), LastError::at);
        var unit = required("unit", Shape.text(), LastError::unit);
        var message = required("message", Shape.text(), LastError::message);
        return new RecordShape<>(
                List.of(at, unit, message), line -> new LastError(line.get(at), line.get(unit), line.get(message)));
    }
}
