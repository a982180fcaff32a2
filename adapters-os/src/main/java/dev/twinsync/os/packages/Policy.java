package dev.twinsync.os.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code apt-cache policy} knows.
 *
 * @param versions the versions of each package that apt could install, as apt orders them; none for a name that it knows
 *     only from others, which provide it or depend on it; a name that apt does not know is left out
 */
record Policy(Map<String, List<String>> versions) {

    private static final String IN_USE = " *** ";
    private static final String OTHER = "     ";

    static Policy parse(String text) {
        var versions = new HashMap<String, List<String>>();
        var current = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            if (!line.startsWith(" ") && line.endsWith(":")) {
                current = new ArrayList<>();
                versions.put(line.substring(0, line.length() - 1), current);
            } else if (isVersion(line)) {
                current.add(line.substring(OTHER.length()).split(" ", 2)[0]);
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
        return versions.getOrDefault(name, List.of());
    }
}
