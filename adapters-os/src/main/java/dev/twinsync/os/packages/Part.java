package dev.twinsync.os.packages;

import java.util.List;
import java.util.stream.Stream;

/**
 * How one package stands to others; names are without architecture.
 *
 * @param key with the architecture, if it is not the machine's own
 * @param needs what it depends on, or comes with because it is recommended
 * @param opposes what cannot stay beside it
 */
record Part(String key, List<String> provides, List<String> needs, List<String> opposes) {

    static String plain(String key) {
        return key.split(":", 2)[0];
    }

    boolean answersTo(String name) {
        return plain(key).equals(plain(name)) || provides.contains(plain(name));
    }

    boolean needs(Part other) {
        return needs.stream().anyMatch(other::answersTo);
    }

    boolean opposes(Part other) {
        return opposes.stream().anyMatch(other::answersTo);
    }

    static Part installed(DpkgRow row) {
        return new Part(
                row.key(),
                row.provides(),
                row.needs().stream().flatMap(List::stream).toList(),
                List.of());
    }

    static Part unknown(String key) {
        return new Part(key, List.of(), List.of(), List.of());
    }

    /** Each text is a relation field of Debian, empty where the package has none. */
    static Part arriving(String key, String provides, Stream<String> needs, Stream<String> opposes) {
        return new Part(
                key,
                Relations.names(provides),
                needs.flatMap(field -> Relations.names(field).stream()).toList(),
                opposes.flatMap(field -> Relations.names(field).stream()).toList());
    }
}
