package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes what stood in a log fit to be kept: without secrets, without signs that steer a terminal, and not too long. */
public record SafeText(Redaction redaction) {

    /** Plugins cut messages at 4096 characters; this is room for what stands before one and for what they say of the cut. */
    public static final int LONGEST_LINE = 5000;

    /** In bytes. */
    private static final int LARGEST_FILE = 256 << 10;

    private static final int LONGEST_WORD = 500;

    /** The last lines, each with its end; the first ones are left out where they are too many. */
    public String file(List<String> lines) {
        var kept = new ArrayDeque<String>();
        int size = 0;
        for (String line : redaction.lines(lines).reversed()) {
            var shown = line(line) + "\n";
            size += shown.getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST_FILE) {
                break;
            }
            kept.addFirst(shown);
        }
        return String.join("", kept);
    }

    /** As a line stands in the repository: fit to be shown, and not too long. */
    public static String line(String text) {
        return Shortened.to(LONGEST_LINE, Printable.withTabs(text));
    }

    public List<LogReport> reports(List<LogReport> reports) {
        return reports.stream().map(this::report).toList();
    }

    private LogReport report(LogReport report) {
        return switch (LogReport.SHAPE.read(tree(redaction.tree(LogReport.SHAPE.write(report))))) {
            case Reading.Value<LogReport>(var safe) -> safe;
            case Reading.Wrong<LogReport>(var problems) ->
                throw new IllegalStateException("masks and escapes leave a report readable: " + problems);
        };
    }

    public Sighting sighting(Sighting sighting) {
        return new Sighting(
                word(sighting.signature()),
                sighting.severity(),
                word(sighting.unit()),
                sighting.firstAt(),
                sighting.lastAt(),
                sighting.count());
    }

    private String word(String text) {
        return shown(redaction.text(text));
    }

    private static Tree tree(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> new Tree.Scalar(shown(scalar.text()), scalar.plain(), scalar.place());
            case Tree.Sequence list ->
                new Tree.Sequence(list.items().stream().map(SafeText::tree).toList(), list.place());
            case Tree.Mapping map -> new Tree.Mapping(entries(map), map.place());
        };
    }

    /** Of names that are one once they can be shown, the first stays. */
    private static List<Tree.Entry> entries(Tree.Mapping map) {
        var byKey = new LinkedHashMap<String, Tree.Entry>();
        for (Tree.Entry entry : map.entries()) {
            var key = shown(entry.key());
            byKey.putIfAbsent(key, new Tree.Entry(key, tree(entry.value()), entry.place()));
        }
        return List.copyOf(byKey.values());
    }

    private static String shown(String text) {
        return Shortened.to(LONGEST_WORD, Printable.of(text));
    }
}
