package dev.twinsync.flow.logs;

import java.util.List;

/**
 * Lines of one text, in their order.
 *
 * @param path of the text in the repository: {@code logs/current/files/syslog_tail.txt}
 * @param isWhole the text is not larger than what twin reads of one
 * @param isUndated none of its lines says when it was written, though only new ones were asked for: all count as new
 */
public record FoundLines(String path, List<Line> lines, boolean isWhole, boolean isUndated) {

    public FoundLines {
        lines = List.copyOf(lines);
    }

    /**
     * A line, fit to be shown.
     *
     * @param number in its text, from 1
     * @param isMatch it was asked for; not so: it stands beside one that was
     * @param matches where in it is what was looked for
     */
    public record Line(int number, String text, boolean isMatch, List<Search.Match> matches) {
        public Line {
            matches = List.copyOf(matches);
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
