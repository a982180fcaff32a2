package dev.twinsync.port;

import dev.twinsync.domain.Printable;
import java.util.regex.Pattern;

/** The name of a branch, which cannot be a pattern, an option or another ref: {@code main}, {@code device/nas}. */
public record BranchName(String text) {

    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9_+-]*(\\.[A-Za-z0-9_+-]+)*";
    private static final Pattern GRAMMAR = Pattern.compile(PART + "(/" + PART + ")*");
    private static final int LONGEST = 200;

    public BranchName {
        if (text.length() > LONGEST || !GRAMMAR.matcher(text).matches() || text.endsWith(".lock")) {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" is no name of a branch that twin sends"
                    + " anywhere: letters, digits, _ + - . and / between them");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
