package dev.twinsync.os.desktop;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code dconf dump /} prints and {@code dconf load /} reads: {@code [org/gnome/desktop]} and below it {@code key=VALUE}. */
final class Dump {

    private Dump() {}

    /** The text of each value, by path. */
    static Map<String, String> parse(String text) {
        var values = new HashMap<String, String>();
        var folder = "/";
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                var heading = line.substring(1, line.length() - 1);
                folder = heading.equals("/") ? "/" : "/" + heading + "/";
            } else if (equals > 0) {
                values.put(folder + line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }

    static String print(Map<DconfPath, GVariant> values) {
        var lines = new LinkedHashMap<String, StringBuilder>();
        values.forEach((path, value) -> lines.computeIfAbsent(path.heading(), _ -> new StringBuilder())
                .append(path.name())
                .append('=')
                .append(GVariantText.print(value))
                .append('\n'));
        var text = new StringBuilder();
        lines.forEach((heading, block) ->
                text.append('[').append(heading).append("]\n").append(block).append('\n'));
        return text.toString();
    }
}
