package dev.twinsync.os.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * What {@code apt-cache policy} knows.
 *
 * @param versions the versions of each package that apt could install, as apt orders them, with the lists that have them; none for a
 *     name that it knows only from others, which provide it or depend on it; a name that apt does not know is left out
 */
record Policy(Map<String, SequencedMap<String, List<String>>> versions) {

    private static final String IN_USE = " *** ";
    private static final String OTHER = "     ";
    private static final Pattern LIST = Pattern.compile(" {6,}-?\\d+ (.+)");

    static Policy parse(String text) {
        var versions = new HashMap<String, SequencedMap<String, List<String>>>();
        SequencedMap<String, List<String>> current = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (!line.startsWith(" ") && line.endsWith(":")) {
                current = new LinkedHashMap<>();
                versions.put(line.substring(0, line.length() - 1), current);
            } else if (isVersion(line)) {
                current.computeIfAbsent(line.substring(OTHER.length()).split(" ", 2)[0], _ -> new ArrayList<>());
            } else if (!current.isEmpty()) {
                var list = LIST.matcher(line);
                if (list.matches()) {
                    current.lastEntry().getValue().add(list.group(1));
                }
            }
        }
        return new Policy(versions);
    }

    /** A version stands in column five, the sources of it further to the right. */
    private static boolean isVersion(String line) {
        return (line.startsWith(IN_USE) || line.startsWith(OTHER))
                && line.length() > OTHER.length()
                && line.charAt(OTHER.length()) != ' ';
    }

    boolean knows(String name) {
        return !of(name).isEmpty();
    }

    /** Whether it is there at least as a name in what others provide or need. */
    boolean mentions(String name) {
        return versions.containsKey(name);
    }

    List<String> of(String name) {
        return versions.containsKey(name) ? List.copyOf(versions.get(name).sequencedKeySet()) : List.of();
    }

    /** The lists that have a version, as apt calls them: {@code http://deb.example/debian bookworm/main amd64 Packages}. */
    List<String> sources(String name, String version) {
        return versions.containsKey(name) ? versions.get(name).getOrDefault(version, List.of()) : List.of();
    }
}
