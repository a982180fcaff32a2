package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became known of one log.
 *
 * @param name of the log: {@code journal}, or that of a file in {@code state/logs_config.yaml}
 * @param absent that this machine has nothing that would write it, which is no fault; then there is nothing else
 * @param unavailable why it could not be read, with the remedy; then there is nothing else
 * @param text where its last lines are, relative to {@code logs/current/}: {@code files/syslog_tail.txt}
 * @param countedSince UTC; where the counts do not reach as far as they say: from when on they hold
 * @param failedUnits those that systemd calls failed
 * @param origin which of several ways it was read; empty where there is only one
 * @param restarts the last start of each kind, as far as it is known
 * @param zone of the clock by which lines of the text were written that do not name theirs: {@code Europe/Berlin}; empty: all do, or
 *     nobody said
 */
public record LogReport(
        String name,
        Optional<String> absent,
        Optional<String> unavailable,
        Optional<String> text,
        Optional<String> countedSince,
        LogCounts counts,
        List<String> failedUnits,
        List<LogGap> gaps,
        Optional<LogOrigin> origin,
        List<Restart> restarts,
        Optional<String> zone) {

    public static final Shape<LogReport> SHAPE = shape();

    public LogReport {
        failedUnits = List.copyOf(failedUnits);
        gaps = List.copyOf(gaps);
        restarts = List.copyOf(restarts);
    }

    /** Of a log of which all lines say by what clock they were written. */
    public LogReport(
            String name,
            Optional<String> absent,
            Optional<String> unavailable,
            Optional<String> text,
            Optional<String> countedSince,
            LogCounts counts,
            List<String> failedUnits,
            List<LogGap> gaps,
            Optional<LogOrigin> origin,
            List<Restart> restarts) {
        this(
                name,
                absent,
                unavailable,
                text,
                countedSince,
                counts,
                failedUnits,
                gaps,
                origin,
                restarts,
                Optional.empty());
    }

    /** Of a log that can be read in one way only. */
    public LogReport(
            String name,
            Optional<String> unavailable,
            Optional<String> text,
            Optional<String> countedSince,
            LogCounts counts,
            List<String> failedUnits,
            List<LogGap> gaps) {
        this(
                name,
                Optional.empty(),
                unavailable,
                text,
                countedSince,
                counts,
                failedUnits,
                gaps,
                Optional.empty(),
                List.of());
    }

    /** The same, of lines by the clock of that zone. */
    public LogReport in(String zone) {
        return new LogReport(
                name,
                absent,
                unavailable,
                text,
                countedSince,
                counts,
                failedUnits,
                gaps,
                origin,
                restarts,
                Optional.of(zone));
    }

    public static LogReport unread(String name, String reason) {
        return without(name, Optional.empty(), Optional.of(reason));
    }

    /** @param what is not there, as a sentence */
    public static LogReport ofNothing(String name, String what) {
        return without(name, Optional.of(what), Optional.empty());
    }

    private static LogReport without(String name, Optional<String> absent, Optional<String> unavailable) {
        return new LogReport(
                name,
                absent,
                unavailable,
                Optional.empty(),
                Optional.empty(),
                LogCounts.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The latest start of any kind; empty: none is known. */
    public Optional<Restart> lastRestart() {
        return restarts.stream().max(Comparator.comparing(Restart::at));
    }

    private static Shape<LogReport> shape() {
        var name = required("name", Shape.text(), LogReport::name);
        var absent = optional("absent", Shape.text(), LogReport::absent);
        var unavailable = optional("unavailable", Shape.text(), LogReport::unavailable);
        var text = optional("text", Shape.text(), LogReport::text);
        var countedSince = optional("counted_since", Shape.text(), LogReport::countedSince);
        var counts = withDefault("counts", LogCounts.SHAPE, LogCounts.NONE, LogReport::counts);
        var failed = withDefault("failed_units", Shape.list(Shape.text()), List.of(), LogReport::failedUnits);
        var gaps = withDefault("gaps", Shape.list(LogGap.SHAPE), List.of(), LogReport::gaps);
        var origin = optional("origin", LogOrigin.SHAPE, LogReport::origin);
        var restarts = withDefault("restarts", Shape.list(Restart.SHAPE), List.of(), LogReport::restarts);
        var zone = optional("zone", Shape.text(), LogReport::zone);
        return new RecordShape<>(
                List.of(name, absent, unavailable, text, countedSince, counts, failed, gaps, origin, restarts, zone),
                line -> new LogReport(
                        line.get(name),
                        line.get(absent),
                        line.get(unavailable),
                        line.get(text),
                        line.get(countedSince),
                        line.get(counts),
                        line.get(failed),
                        line.get(gaps),
                        line.get(origin),
                        line.get(restarts),
                        line.get(zone)));
    }
}
