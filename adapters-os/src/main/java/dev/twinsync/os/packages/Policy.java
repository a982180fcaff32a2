package dev.twinsync.os.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code apt-cache policy} knows.
 *
 * @param builds of each package what apt could install, as apt orders it; none for a name that it knows only from others, which provide
 *     it or depend on it; a name that apt does not know is left out
 */
record Policy(Map<String, List<Build>> builds) {

    private static final Pattern BUILD = Pattern.compile("(?: \\*\\*\\*|    ) (\\S+)(?: (-?\\d{1,9}))?(?: .*)?");
    private static final Pattern LIST = Pattern.compile(" {6,}-?\\d+ (.+)");

    /**
     * A version as one or more lists have it, word for word. Another list may have another package of the same version.
     *
     * @param priority of what there is to choose from apt takes the highest
     * @param lists as apt calls them: {@code http://deb.example/debian bookworm/main amd64 Packages}
     */
    record Build(String version, int priority, List<String> lists) {}

    static Policy parse(String text) {
        var builds = new HashMap<String, List<Build>>();
        List<Build> current = new ArrayList<>();
        for (String line : text.lines().toList()) {
            var build = BUILD.matcher(line);
            var list = LIST.matcher(line);
            if (!line.startsWith(" ") && line.endsWith(":")) {
                current = new ArrayList<>();
                builds.put(line.substring(0, line.length() - 1), current);
            } else if (build.matches()) {
                current.add(new Build(build.group(1), priority(build.group(2)), new ArrayList<>()));
            } else if (!current.isEmpty() && list.matches()) {
                current.getLast().lists().add(list.group(1));
            }
        }
        return new Policy(builds);
    }

    private static int priority(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    boolean knows(String name) {
        return !of(name).isEmpty();
    }

    /** Whether it is there at least as a name in what others provide or need. */
    boolean mentions(String name) {
        return builds.containsKey(name);
    }

    List<String> of(String name) {
        return all(name).map(Build::version).distinct().toList();
    }

    private Stream<Build> all(String name) {
        return builds.getOrDefault(name, List.of()).stream();
    }

    /**
     * Which one apt takes of those with a version: the first, where that version is asked for, and otherwise the first of those with the
     * highest priority. Whether a signature could be checked makes no difference. Empty: there is none.
     */
    Optional<Build> taken(String name, String version, boolean isAskedFor) {
        var same = all(name).filter(build -> build.version().equals(version)).toList();
        return isAskedFor
                ? same.stream().findFirst()
                : same.stream().reduce((best, next) -> next.priority() > best.priority() ? next : best);
    }
}
