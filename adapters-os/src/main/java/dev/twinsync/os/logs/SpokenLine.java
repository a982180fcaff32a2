package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogLine;
import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a log of Home Assistant that is understood.
 *
 * @param at when it was written; of a line without a time, when that before it was
 * @param severity of the message that it belongs to, likewise {@code unit}
 * @param text without what is said by the other parts
 * @param isFirst of its message
 * @param isRestart Core ended here to be started again at once
 */
record SpokenLine(
        Optional<Instant> at, Severity severity, String unit, String text, boolean isFirst, boolean isRestart) {

    /** Before the first message that is seen as a whole. */
    private static final SpokenLine NOBODY = new SpokenLine(Optional.empty(), Severity.INFO, "", "", false, false);

    /** @param times for the clock of the container, where nothing else tells the time */
    static List<SpokenLine> all(List<StampedLine> lines, Times times) {
        var spoken = new ArrayList<SpokenLine>();
        var last = NOBODY;
        for (StampedLine line : lines) {
            last = last.next(line, times);
            spoken.add(last);
        }
        return spoken;
    }

    private SpokenLine next(StampedLine line, Times times) {
        return switch (HomeAssistantLine.of(line.text())) {
            case HomeAssistantLine.Head head ->
                new SpokenLine(
                        line.at().or(() -> head.written().flatMap(times::of)).or(() -> at),
                        head.severity(),
                        head.unit(),
                        head.message(),
                        true,
                        head.isRestart());
            case HomeAssistantLine.Rest(var text) ->
                new SpokenLine(line.at().or(() -> at), severity, unit, text, false, false);
        };
    }

    private Optional<String> second() {
        return at.map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    LogRecord record() {
        return new LogRecord(second(), severity, unit, "", "", text);
    }

    String written() {
        return LogLine.of(record()).getFirst().written();
    }
}
