package dev.twinsync.flow.logs;

import dev.twinsync.flow.secrecy.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a log as the repository has them. twin writes them short and fit to be shown, but somebody may have edited
 * the repository since: they are made so again.
 *
 * @param isWhole whether nothing was left out; twin never writes so much that something has to be
 */
record KeptText(List<String> lines, boolean isWhole) {

    static final int MOST_LINES = 50_000;

    private static final int MOST_BYTES = 32 << 20;

    KeptText {
        lines = List.copyOf(lines);
    }

    /** A line ends with a line feed and nothing else: what only returns the cursor hides what stands before it. */
    static KeptText read(InputStream in) throws IOException {
        var text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        var parts = new ArrayList<>(List.of(text.split("\n", MOST_LINES + 1)));
        var rest = parts.size() > MOST_LINES || parts.getLast().isEmpty() ? parts.removeLast() : "";
        boolean isWhole = rest.isEmpty() && in.read() < 0;
        return new KeptText(parts.stream().map(SafeText::line).toList(), isWhole);
    }
}
