package dev.twinsync.flow.logs;

import dev.twinsync.flow.logs.FoundLines.Line;
import dev.twinsync.port.LogTime;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the lines that are asked for. A line that does not say when it was written, or what it is about, goes with the line
 * before it: it is the next line of the same message.
 *
 * @param readAt when the text was captured
 * @param zone of times without one
 */
record LineSelection(LogFilter filter, LineWindow window, Instant readAt, ZoneId zone) {

    FoundLines of(String path, KeptText text) throws IOException {
        var times = carried(text.lines(), line -> LogTime.of(line, readAt, zone));
        var units = carried(text.lines(), LineUnit::of);
        var firstTime = times.stream().flatMap(Optional::stream).findFirst();
        var lines = new ArrayList<Line>();
        for (int index = 0; index < text.lines().size(); index++) {
            var unit = units.get(index).orElse("");
            if (filter.isNewEnough(times.get(index).or(() -> firstTime)) && filter.isAbout(unit)) {
                lines.add(line(index + 1, text.lines().get(index)));
            }
        }
        boolean isUndated = filter.since().isPresent() && !times.isEmpty() && firstTime.isEmpty();
        return new FoundLines(path, window.of(lines), text.isWhole(), isUndated);
    }

    private Line line(int number, String text) throws IOException {
        if (filter.search().isEmpty()) {
            return new Line(number, text, true, List.of());
        }
        var matches = filter.search().get().in(text);
        return new Line(number, text, !matches.isEmpty(), matches);
    }

    /** What each line says, or else the one before it that says something. */
    private static <T> List<Optional<T>> carried(List<String> lines, Function<String, Optional<T>> reader) {
        var carried = new ArrayList<Optional<T>>();
        Optional<T> last = Optional.empty();
        for (String line : lines) {
            var own = reader.apply(line);
            last = own.isPresent() ? own : last;
            carried.add(last);
        }
        return carried;
    }
}
