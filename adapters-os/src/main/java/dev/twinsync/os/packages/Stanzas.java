package dev.twinsync.os.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the paragraphs that {@code apt-cache show} writes. */
final class Stanzas {

    private Stanzas() {}

    static List<Part> parse(String text) {
        var parts = new ArrayList<Part>();
        for (String stanza : text.split("\n\n+")) {
            var fields = fields(stanza);
            if (fields.containsKey("Package")) {
                parts.add(part(fields));
            }
        }
        return parts;
    }

    private static Part part(Map<String, String> fields) {
        return Part.arriving(
                fields.get("Package"),
                fields.getOrDefault("Provides", ""),
                Stream.of("Pre-Depends", "Depends", "Recommends").map(name -> fields.getOrDefault(name, "")),
                Stream.of("Conflicts", "Breaks").map(name -> fields.getOrDefault(name, "")),
                fields.getOrDefault("Installed-Size", ""));
    }

    /** Relation fields stand on one line; what is continued on further ones does not matter here. */
    private static Map<String, String> fields(String stanza) {
        var fields = new HashMap<String, String>();
        for (String line : stanza.lines().toList()) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.startsWith(" ")) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return fields;
    }
}
