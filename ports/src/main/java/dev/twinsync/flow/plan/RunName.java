package dev.twinsync.flow.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run is called: {@code 2026-11-22T13-05-00Z}, and a number where an earlier one is called so, which itself counts as the
 * first. The order of the names is that of the runs.
 *
 * @param stamp when it began, or where the clock went back, when the run before it did
 */
public record RunName(String stamp, int number) implements Comparable<RunName> {

    private static final Comparator<RunName> ORDER =
            Comparator.comparing(RunName::stamp).thenComparingInt(RunName::number);

    private static final Pattern STAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ");

    /** @param name of a document in {@code plan/history/} without its ending, which somebody else may have named */
    public static RunName of(String name) {
        int end = name.indexOf('Z') + 1;
        var rest = name.substring(end);
        return rest.matches("-[0-9]{1,9}")
                ? new RunName(name.substring(0, end), Integer.parseInt(rest.substring(1)))
                : new RunName(name, 1);
    }

    /** Whether twin calls a run so. @param name of a document in {@code plan/history/} without its ending */
    static boolean isOne(String name) {
        return STAMP.matcher(of(name).stamp()).matches();
    }

    /**
     * Of a run that begins now, and is the newest of all whatever the clock says.
     *
     * @param stamp of this moment
     */
    public static RunName after(Collection<RunName> others, String stamp) {
        Optional<RunName> newest = others.stream()
                .max(Comparator.naturalOrder())
                .filter(name -> name.stamp().compareTo(stamp) >= 0);
        return newest.map(name -> new RunName(name.stamp(), name.number() + 1)).orElseGet(() -> new RunName(stamp, 1));
    }

    @Override
    public int compareTo(RunName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return number == 1 ? stamp : stamp + "-" + number;
    }
}
