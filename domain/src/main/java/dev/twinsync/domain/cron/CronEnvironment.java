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
        if (needsQuotes(value) && value.contains("\"") && value.contains("'")) {
            throw new IllegalArgumentException("the value of " + name + " needs quotes around it and holds both kinds;"
                    + " cron cannot express that");
        }
    }

    /** The line that sets one variable. */
    static String line(String name, String value) {
        var quote = value.contains("\"") ? "'" : "\"";
        return name + "=" + (needsQuotes(value) ? quote + value + quote : value);
    }

    /** Debian's cron refuses {@code NAME=}, trims blanks, and takes a leading quote for its own. */
    private static boolean needsQuotes(String value) {
        return value.isEmpty()
                || "\"' \t".indexOf(value.charAt(0)) >= 0
                || " \t".indexOf(value.charAt(value.length() - 1)) >= 0;
    }
}
