package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * What of the journal of systemd is captured.
 *
 * @param tailLines how many of its last lines are kept
 * @param since how old these may be
 * @param units only what is about these; empty: everything
 */
public record JournalWish(boolean enabled, long tailLines, Span since, List<UnitName> units) {

    static final JournalWish DEFAULT = new JournalWish(true, LogsConfig.USUAL_TAIL, new Span("1h"), List.of());

    public static final RecordShape<JournalWish> SHAPE = shape();

    public JournalWish {
        LogsConfig.checkedTail(tailLines);
        units = List.copyOf(units);
    }

    private static RecordShape<JournalWish> shape() {
        var enabled = withDefault("enabled", Shape.truth(), true, JournalWish::enabled);
        var tailLines = withDefault("tail_lines", Shape.number(), LogsConfig.USUAL_TAIL, JournalWish::tailLines);
        var since = withDefault("since", Span.SHAPE, new Span("1h"), JournalWish::since);
        var units = withDefault("units", Shape.list(UnitName.SHAPE), List.of(), JournalWish::units);
        return new RecordShape<>(
                List.of(enabled, tailLines, since, units),
                line -> new JournalWish(line.get(enabled), line.get(tailLines), line.get(since), line.get(units)));
    }
}
