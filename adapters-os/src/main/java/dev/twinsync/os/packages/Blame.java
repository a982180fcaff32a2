package dev.twinsync.os.packages;

import dev.twinsync.os.CommandRunner.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads out of a simulation that failed which of the declared changes cannot work. */
final class Blame {

    private static final Pattern HEADING = Pattern.compile("The following packages have unmet dependencies:.*"
            + "|The following held packages will be changed:.*"
            + "|WARNING: The following essential packages will be removed\\..*"
            + "|This should NOT be done.*");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,:()|]+");
    private static final int MANY = 3;

    private Blame() {}

    /** The reason for each change that apt speaks of; for every one, where apt names none of them. */
    static Map<String, String> reasons(Result.Ended failed, Set<String> changes) {
        var details = details(failed.text());
        var named = new TreeSet<>(changes);
        named.retainAll(details.stream().flatMap(Blame::words).toList());
        var reasons = new TreeMap<String, String>();
        for (String key : named.isEmpty() ? changes : named) {
            var about = details.stream()
                    .filter(line -> named.isEmpty() || words(line).anyMatch(key::equals))
                    .limit(MANY)
                    .toList();
            reasons.put(
                    key,
                    AptErrors.inWords("apt-get", failed)
                            + (about.isEmpty() ? "" : " (" + String.join("; ", about) + ")"));
        }
        return reasons;
    }

    private static Stream<String> words(String line) {
        return Stream.of(SEPARATOR.split(line));
    }

    /** The indented lines under the headings that tell of a problem. */
    private static List<String> details(String text) {
        var details = new ArrayList<String>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            if (!line.startsWith(" ")) {
                inside = HEADING.matcher(line).matches();
            } else if (inside) {
                details.add(line.strip());
            }
        }
        return details;
    }
}
