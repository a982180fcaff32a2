package dev.twinsync.os.packages;

import dev.twinsync.os.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code apt-get -s} says it would do. */
record Simulation(List<Arrival> arrivals, Set<String> removals) {

    private static final Pattern INST = Pattern.compile("Inst (\\S+) (?:\\[(\\S*)] )?\\((\\S+) .*");
    private static final Pattern GONE = Pattern.compile("(?:Remv|Purg) (\\S+)(?: .*)?");
    private static final Pattern SUMMARY = Pattern.compile("(\\d+) upgraded, (\\d+) newly installed,"
            + "(?: (\\d+) reinstalled,)?(?: (\\d+) downgraded,)? (\\d+) to remove and \\d+ not upgraded\\.");

    /** @param replaced the version that is there now */
    record Arrival(String name, Optional<String> replaced, String version) {}

    static Answer<Simulation> parse(String text) {
        var arrivals = new ArrayList<Arrival>();
        var removals = new TreeSet<String>();
        for (String line : text.lines().toList()) {
            var inst = INST.matcher(line);
            var gone = GONE.matcher(line);
            if (inst.matches()) {
                arrivals.add(new Arrival(inst.group(1), Optional.ofNullable(inst.group(2)), inst.group(3)));
            } else if (gone.matches()) {
                removals.add(gone.group(1));
            } else if (line.startsWith("Inst ")) {
                return new Answer.None<>("apt-get wrote a line that twin does not understand: " + line);
            }
        }
        return checked(text, new Simulation(arrivals, removals));
    }

    /** apt counts by itself: a list that was cut, or read wrongly, does not agree with that. */
    private static Answer<Simulation> checked(String text, Simulation read) {
        var summary = SUMMARY.matcher(text);
        if (summary.find()) {
            int arriving = number(summary.group(1))
                    + number(summary.group(2))
                    + number(summary.group(3))
                    + number(summary.group(4));
            if (arriving != read.arrivals().size()
                    || number(summary.group(5)) != read.removals().size()) {
                return new Answer.None<>("the simulation of apt-get does not list what it counts: " + summary.group());
            }
        }
        return new Answer.Given<>(read);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The same with these arrivals alone; what goes, goes. */
    Simulation only(Set<String> names) {
        return new Simulation(
                arrivals.stream()
                        .filter(arrival -> names.contains(arrival.name()))
                        .toList(),
                removals);
    }

    Set<String> arriving() {
        return arrivals.stream().map(Arrival::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
