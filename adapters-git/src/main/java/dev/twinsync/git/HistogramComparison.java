package dev.twinsync.git;

import dev.twinsync.port.TextComparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Compares texts as Git does. */
public final class HistogramComparison implements TextComparison {

    @Override
    public List<Line> compare(String before, String after) {
        var one = new RawText(before.getBytes(StandardCharsets.UTF_8));
        var other = new RawText(after.getBytes(StandardCharsets.UTF_8));
        var edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, one, other);
        return edits.isEmpty() ? List.of() : lines(unified(edits, one, other));
    }

    private static String unified(EditList edits, RawText one, RawText other) {
        var out = new ByteArrayOutputStream();
        try (var formatter = new DiffFormatter(out)) {
            formatter.format(edits, one, other);
            formatter.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // there is no disk in it
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Line> lines(String unified) {
        return Arrays.stream(unified.split("\n"))
                .filter(line -> !line.isEmpty())
                .map(HistogramComparison::line)
                .toList();
    }

    private static Line line(String line) {
        var text = line.substring(1);
        return switch (line.charAt(0)) {
            case '@' -> new Line(Mark.PLACE, line);
            case '+' -> new Line(Mark.ADDED, text);
            case '-' -> new Line(Mark.REMOVED, text);
            case '\\' -> new Line(Mark.NOTE, text.strip());
            default -> new Line(Mark.SAME, text);
        };
    }
}
