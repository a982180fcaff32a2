package dev.twinsync.domain.plugin;

import dev.twinsync.domain.Printable;
import java.util.regex.Pattern;

/** The file of a plugin of other people: a bare name, for the folders that it is looked for in are not its business. */
public record ProgramName(String text) {

    private static final String GRAMMAR = "[a-z0-9][a-z0-9_-]{0,62}(\\.[a-z0-9]{1,8})?";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

    public ProgramName {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is not the name of a program: a word of a-z, 0-9, _ and -,"
                            + " perhaps with an ending as .py; no folder");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
