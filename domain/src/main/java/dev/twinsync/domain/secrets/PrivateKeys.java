package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Private keys as they are kept in text: a heading, lines of letters, and an ending. */
final class PrivateKeys implements Rule {

    static final String RULE = "private-key";

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final Pattern HEADING = Pattern.compile(
            "-----BEGIN (?:(?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V[0-9])-----");

    /** The end of a line of the key, or of its preamble; a log puts words of its own before it. */
    private static final Pattern BODY = Pattern.compile("(?:^|[\\s|>\"'+])(?:[A-Za-z0-9+/]{1,80}={0,2}"
            + "|(?:Proc-Type|DEK-Info|Comment|Version|Hash): .{0,80})[\"',\\\\n]{0,8}\\s{0,8}$");

    private static final int LONGEST_LINE = 512;
    private static final int MOST_LINES = 1000;

    @Override
    public String name() {
        return RULE;
    }

    @Override
    public List<String> keywords() {
        return List.of("private key", "static key");
    }

    /** Each key, where it is whole within the line, as JSON has it; else the heading, which says that one follows. */
    @Override
    public void find(CharSequence letters, Consumer<Finding> found) {
        var line = letters.toString();
        var heading = HEADING.matcher(line);
        int next = 0;
        while (next < line.length() && heading.find(next)) {
            int end = line.indexOf(END, heading.end());
            int stop = end < 0 ? line.length() : end;
            boolean isHere = !line.substring(heading.end(), stop).isBlank();
            found.accept(new Finding(RULE, isHere ? heading.end() : heading.start(), isHere ? stop : heading.end()));
            next = stop;
        }
    }

    /** Behind the last line of the key that begins in this line; where none does, behind this line. */
    static int endOf(List<String> lines, int heading) {
        int line = heading + 1;
        if (lines.get(heading).contains(BEGIN) && opens(lines.get(heading))) {
            while (line < lines.size() && line - heading < MOST_LINES && belongs(lines.get(line))) {
                line++;
            }
        }
        while (line > heading + 1 && lines.get(line - 1).isBlank()) {
            line--;
        }
        return line;
    }

    private static boolean opens(String line) {
        var heading = HEADING.matcher(line);
        int last = -1;
        while (heading.find()) {
            last = heading.end();
        }
        return last >= 0 && line.indexOf(END, last) < 0;
    }

    /** Whether this line is but the heading of a key that stands below, or of one that is masked already. */
    static boolean isHeading(List<String> lines, int line, int end) {
        return end > line + 1 || end < lines.size() && Mask.isIn(lines.get(end));
    }

    private static boolean belongs(String line) {
        return !line.contains(END)
                && (line.isBlank()
                        || line.length() <= LONGEST_LINE && BODY.matcher(line).find());
    }
}
