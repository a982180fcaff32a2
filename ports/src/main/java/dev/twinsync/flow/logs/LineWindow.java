package dev.twinsync.flow.logs;

import dev.twinsync.flow.logs.FoundLines.Line;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is shown of what was found.
 *
 * @param last so many of the lines that were found, counted from the end
 * @param context so many lines before and behind each of them
 */
public record LineWindow(int last, int context) {

    public static final LineWindow EVERYTHING = new LineWindow(Integer.MAX_VALUE, 0);

    public LineWindow {
        if (last < 0 || context < 0) {
            throw new IllegalArgumentException("a number of lines cannot be less than nothing");
        }
    }

    List<Line> of(List<Line> lines) {
        var found = found(lines);
        var shown = around(found, lines.size());
        return shown.stream()
                .mapToObj(index -> found.get(index) ? lines.get(index) : beside(lines.get(index)))
                .toList();
    }

    private BitSet found(List<Line> lines) {
        var found = new BitSet();
        IntStream.iterate(lines.size() - 1, index -> index >= 0, index -> index - 1)
                .filter(index -> lines.get(index).isMatch())
                .limit(last)
                .forEach(found::set);
        return found;
    }

    private BitSet around(BitSet found, int size) {
        var shown = new BitSet();
        found.stream()
                .forEach(index -> shown.set(Math.max(0, index - context), Math.min(size - 1, index + context) + 1));
        return shown;
    }

    private static Line beside(Line line) {
        return new Line(line.number(), line.text(), false, List.of());
    }
}
