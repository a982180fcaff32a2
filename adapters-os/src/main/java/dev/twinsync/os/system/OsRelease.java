package dev.twinsync.os.system;

import dev.twinsync.domain.system.SystemFacts.Distribution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code os-release}: assignments as a shell reads them, without ever asking one. */
record OsRelease(Map<String, String> values) {

    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([A-Za-z0-9_]+)=(.*?)\\s*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([$\"\\\\`])");

    OsRelease {
        values = Map.copyOf(values);
    }

    static OsRelease parse(String text) {
        var values = new HashMap<String, String>();
        text.lines()
                .map(ASSIGNMENT::matcher)
                .filter(Matcher::matches)
                .forEach(line -> values.put(line.group(1), unquoted(line.group(2))));
        return new OsRelease(values);
    }

    private static String unquoted(String value) {
        if (isWithin(value, '\'')) {
            return value.substring(1, value.length() - 1);
        }
        var bare = isWithin(value, '"') ? value.substring(1, value.length() - 1) : value;
        return ESCAPED.matcher(bare).replaceAll("$1");
    }

    private static boolean isWithin(String value, char quote) {
        return value.length() > 1 && value.charAt(0) == quote && value.charAt(value.length() - 1) == quote;
    }

    /** The defaults are those of os-release(5). */
    Distribution distribution() {
        return new Distribution(
                value("ID").orElse("linux"),
                value("VERSION_ID"),
                value("VERSION_CODENAME"),
                value("PRETTY_NAME").orElse("Linux"));
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }
}
