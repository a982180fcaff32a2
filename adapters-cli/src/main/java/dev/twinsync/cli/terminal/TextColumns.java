package dev.twinsync.cli.terminal;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of outside text in columns, one below the other. A number stands to the right, and a long row is cut. */
public record TextColumns(List<Column> columns, List<List<String>> rows) {

    /** The name of a plugin at the beginning of a line. */
    public static final String PLUGIN = "  %-22s ";

    public static final int WIDTH = 160;

    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    /** @param isNumber whether it holds numbers only */
    public record Column(String head, boolean isNumber) {
        public static Column text(String head) {
            return new Column(head, false);
        }

        public static Column number(String head) {
            return new Column(head, true);
        }
    }

    public TextColumns {
        rows = rows.stream()
                .map(row -> row.stream().map(Printable::of).toList())
                .toList();
    }

    /** The heads, then the rows. */
    public List<String> lines() {
        var widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        var heads = columns.stream().map(Column::head).toList();
        return Stream.concat(Stream.of(heads), rows.stream())
                .map(row -> line(row, widths))
                .toList();
    }

    private int width(int column) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(columns.get(column).head().length(), Math.min(widest, WIDEST));
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var padding =
                    " ".repeat(Math.max(0, widths[column] - row.get(column).length()));
            boolean isNumber = columns.get(column).isNumber();
            line.append(isNumber ? padding + row.get(column) : row.get(column) + padding)
                    .append(GAP);
        }
        return Shortened.to(WIDTH, line.toString().stripTrailing());
    }
}
