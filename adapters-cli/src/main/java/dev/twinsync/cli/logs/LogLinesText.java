package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Paint;
import dev.twinsync.domain.Printable;
import dev.twinsync.flow.logs.FoundLines;
import dev.twinsync.flow.logs.Search;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of logs for people, as grep has them.
 *
 * @param isNamed each line has the file and its number before it
 */
record LogLinesText(Paint paint, boolean isNamed) {

    private static final String BREAK = "--";

    /** Where lines were left out in between, a line says so. */
    List<String> of(FoundLines found) {
        var lines = new ArrayList<String>();
        boolean hasContext = found.lines().stream().anyMatch(line -> !line.isMatch());
        int expected = found.isEmpty() ? 0 : found.lines().getFirst().number();
        for (FoundLines.Line line : found.lines()) {
            if (hasContext && line.number() != expected) {
                lines.add(BREAK);
            }
            lines.add(of(found.path(), line));
            expected = line.number() + 1;
        }
        return lines;
    }

    private String of(String path, FoundLines.Line line) {
        var sign = line.isMatch() ? ":" : "-";
        var place = paint.file(Printable.of(path)) + sign + paint.number(String.valueOf(line.number())) + sign + " ";
        return (isNamed ? place : "") + painted(line);
    }

    private String painted(FoundLines.Line line) {
        var text = new StringBuilder();
        int written = 0;
        for (Search.Match match : line.matches()) {
            text.append(line.text(), written, match.start());
            text.append(paint.match(line.text().substring(match.start(), match.end())));
            written = match.end();
        }
        return text.append(line.text().substring(written)).toString();
    }
}
