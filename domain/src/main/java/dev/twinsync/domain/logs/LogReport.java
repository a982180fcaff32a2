package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What became known of one log.
 *
 * @param name of the log: {@code journal}, or that of a file in {@code state/logs_config.yaml}
 * @param unavailable why it could not be read, with the remedy; then there is nothing else
 * @param text where its last lines are, relative to {@code logs/current/}: {@code files/syslog_tail.txt}
 * @param countedSince UTC; where the counts do not reach as far as they say: from when on they hold
 * @param failedUnits those that systemd calls failed
 */
public record LogReport(
        String name,
        Optional<String> unavailable,
        Optional<String> text,
        Optional<String> countedSince,
        LogCounts counts,
        List<String> failedUnits,
        List<LogGap> gaps) {

    public static final Shape<LogReport> SHAPE = shape();

    public LogReport {
        failedUnits = List.copyOf(failedUnits);
        gaps = List.copyOf(gaps);
    }

    public static LogReport unread(String name, String reason) {
        return new LogReport(
                name, Optional.of(reason), Optional.empty(), Optional.empty(), LogCounts.NONE, List.of(), List.of());
    }

    private static Shape<LogReport> shape() {
        var name = required("name", Shape.text(), LogReport::name);
        var unavailable = optional("unavailable", Shape.text(), LogReport::unavailable);
        var text = optional("text", Shape.text(), LogReport::text);
        var countedSince = optional("counted_since", Shape.text(), LogReport::countedSince);
        var counts = withDefault("counts", LogCounts.SHAPE, LogCounts.NONE, LogReport::counts);
        var failed = withDefault("failed_units", Shape.list(Shape.text()), List.of(), LogReport::failedUnits);
        var gaps = withDefault("gaps", Shape.list(LogGap.SHAPE), List.of(), LogReport::gaps);
        return new RecordShape<>(
                List.of(name, unavailable, text, countedSince, counts, failed, gaps),
                line -> new LogReport(
                        line.get(name),
                        line.get(unavailable),
                        line.get(text),
                        line.get(countedSince),
                        line.get(counts),
                        line.get(failed),
                        line.get(gaps)));
    }
}
