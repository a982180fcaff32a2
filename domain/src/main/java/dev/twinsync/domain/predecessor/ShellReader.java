package dev.twinsync.domain.predecessor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Goes through a shell configuration statement by statement. Whatever is no plain assignment is told and passed over. */
final class ShellReader {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)=");
    private static final String UNREAD = "; what stands behind it is not read";

    private final String source;
    private final ShellText text;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    ShellReader(String source, String text) {
        this.source = source;
        this.text = new ShellText(text);
    }

    /** A value that a shell would have to work out. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean isLost;

        /** @param isLost whether it cannot be told where it ends */
        Refusal(String reason, boolean isLost) {
            super(reason);
            this.isLost = isLost;
        }
    }

    ShellConfig read() {
        boolean isLost = false;
        while (!isLost && text.skipToStatement()) {
            isLost = !statement();
        }
        return new ShellConfig(values, lines, leftOut);
    }

    /** Whether one knows where the next one begins. */
    private boolean statement() {
        long line = text.line();
        try {
            var name = text.take(ASSIGNMENT)
                    .orElseThrow(() -> new Refusal("is no assignment, and twin runs nothing", text.restIsOpen()));
            var words = new ShellValue(text).words();
            if (!text.isAtEndOfStatement()) {
                throw new Refusal("has more than an assignment, and twin runs nothing", text.restIsOpen());
            }
            values.put(name, words);
            lines.put(name, line);
            return true;
        } catch (Refusal refused) {
            leftOut.add(new LeftOut(source, line, refused.getMessage() + (refused.isLost ? UNREAD : "")));
            text.skipLine();
            return !refused.isLost;
        }
    }
}
