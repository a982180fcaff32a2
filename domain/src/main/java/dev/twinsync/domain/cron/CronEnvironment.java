package dev.twinsync.domain.cron;

import dev.twinsync.domain.shape.Shape;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the lines {@code NAME=value} above an entry set for it, as {@code PATH} and {@code MAILTO}; cron's own defaults
 * are not in it. In cron such a line counts for everything below it.
 */
public record CronEnvironment(Map<String, String> variables) {

    public static final CronEnvironment NONE = new CronEnvironment(Map.of());
    static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    private static final String BLANKS = " \t";
    private static final String QUOTES = "\"'";
    private static final int MOST_BYTES = 990;
    static final Shape<CronEnvironment> SHAPE =
            new EnvironmentShape().as(CronEnvironment::new, CronEnvironment::variables);

    public CronEnvironment {
        variables.forEach(CronEnvironment::check);
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    private static void check(String name, String value) {
        if (!NAME_PATTERN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not the name of an environment variable");
        }
        OneLine.check("the value of " + name, value, MOST_BYTES - name.length());
        if (!value.isEmpty() && BLANKS.indexOf(last(value)) >= 0
                || isQuoted(value)
                || needsQuotes(value) && holdsBothQuotes(value)) {
            throw new IllegalArgumentException("cron cannot set " + name + " to this: it drops blanks at the end and"
                    + " quotes around a value, and knows no way to keep them");
        }
    }

    /** Debian's cron unquotes a value twice. */
    static boolean isQuoted(String value) {
        return value.length() > 1 && QUOTES.indexOf(value.charAt(0)) >= 0 && value.charAt(0) == last(value);
    }

    private static boolean holdsBothQuotes(String value) {
        return value.contains("\"") && value.contains("'");
    }

    private static char last(String value) {
        return value.charAt(value.length() - 1);
    }

    /** The line that sets one variable. */
    static String line(String name, String value) {
        var quote = value.contains("\"") ? "'" : "\"";
        return name + "=" + (needsQuotes(value) ? quote + value + quote : value);
    }

    /** Debian's cron refuses {@code NAME=}, drops blanks at the beginning, and takes a leading quote for its own. */
    private static boolean needsQuotes(String value) {
        return value.isEmpty() || (BLANKS + QUOTES).indexOf(value.charAt(0)) >= 0;
    }
}
