package dev.twinsync.os.packages;

import java.util.List;
import java.util.stream.Stream;

/**
 * How one package stands to others, and what it takes; names are without architecture.
 *
 * @param key with the architecture, if it is not the machine's own
 * @param needs what it depends on, or comes with because it is recommended, each a list of alternatives
 * @param opposes what cannot stay beside it
 * @param kib what its files take, in KiB; 0: that is not known, or does not matter
 */
record Part(String key, List<String> provides, List<List<String>> needs, List<String> opposes, long kib) {

    static String plain(String key) {
        return key.split(":", 2)[0];
    }

    boolean answersTo(String name) {
        return plain(key).equals(plain(name)) || provides.contains(plain(name));
    }

    boolean answersToOneOf(List<String> names) {
        return names.stream().anyMatch(this::answersTo);
    }

    boolean needs(Part other) {
        return needs.stream().anyMatch(other::answersToOneOf);
    }

    boolean opposes(Part other) {
        return opposes.stream().anyMatch(other::answersTo);
    }

    static Part installed(DpkgRow row) {
        return new Part(row.key(), row.provides(), row.needs(), List.of(), 0);
    }

    static Part unknown(String key) {
        return new Part(key, List.of(), List.of(), List.of(), 0);
    }

    /** Each text is a field of Debian, empty where the package has none; all but the size are relations. */
    static Part arriving(
            String key, String provides, Stream<String> needs, Stream<String> opposes, String installedSize) {
        return new Part(
                key,
                Relations.names(provides),
                needs.flatMap(field -> Relations.parse(field).stream()).toList(),
                opposes.flatMap(field -> Relations.names(field).stream()).toList(),
                kib(installedSize));
    }

    /** What Debian's field {@code Installed-Size} says; 0 where it says nothing. */
    static long kib(String installedSize) {
        return installedSize.matches("\\d{1,15}") ? Long.parseLong(installedSize) : 0;
    }
}
