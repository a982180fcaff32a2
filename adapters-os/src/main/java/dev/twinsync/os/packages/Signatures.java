package dev.twinsync.os.packages;

import dev.twinsync.os.Answer;
import dev.twinsync.port.Forecast;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether what arrives comes from where apt could check a signature. A simulation does not look at that, and the real run refuses all of it
 * for one package without: it is known before, from what apt says of its lists.
 */
record Signatures(Apt apt, Tools tools) {

    private static final String CHECKED = "yes ";
    private static final String UNCHECKED = "no ";

    private static final String REMEDY =
            "run: sudo apt-get update, and see there which source has no key or no signature";

    /** Why apt refused. */
    static final String REFUSAL = "apt cannot check the signature of where a package comes from; " + REMEDY;

    /** By the name of each package that apt would refuse, where it comes from; in doubt, and where the owner allows it, none is. */
    Answer<SortedMap<String, String>> unchecked(Request request, Simulation simulation) {
        return simulation.arrivals().isEmpty()
                ? none()
                : lists().then(isChecked ->
                        isChecked.containsValue(false) ? unchecked(request, simulation, isChecked) : none());
    }

    private static Answer<SortedMap<String, String>> none() {
        return new Answer.Given<>(new TreeMap<>());
    }

    /** By what apt calls each of its lists, as in {@code apt-cache policy}, whether it could check who signed it. */
    private Answer<Map<String, Boolean>> lists() {
        return tools.ask("apt-get", "indextargets", "--format", "$(TRUSTED) $(DESCRIPTION)")
                .map(text -> text.lines()
                        .filter(line -> line.startsWith(CHECKED) || line.startsWith(UNCHECKED))
                        .collect(Collectors.toMap(
                                line -> line.substring(line.indexOf(' ') + 1),
                                line -> line.startsWith(CHECKED),
                                Boolean::logicalOr)));
    }

    private Answer<SortedMap<String, String>> unchecked(
            Request request, Simulation simulation, Map<String, Boolean> isChecked) {
        return isAllowed()
                .then(allowed -> allowed
                        ? none()
                        : apt.policy(simulation.arriving())
                                .map(policy -> unchecked(request, simulation, policy, isChecked)));
    }

    /** By the owner's configuration of apt. */
    private Answer<Boolean> isAllowed() {
        return tools.ask(
                        "apt-config",
                        "shell",
                        "allowed",
                        "APT::Get::AllowUnauthenticated/b",
                        "forced",
                        "APT::Get::Force-Yes/b")
                .map(text -> text.contains("='true'"));
    }

    /** Of the lists that have the very same, apt takes one that it could check; what no list has is none of its business here. */
    private static SortedMap<String, String> unchecked(
            Request request, Simulation simulation, Policy policy, Map<String, Boolean> isChecked) {
        var unchecked = new TreeMap<String, String>();
        for (var arrival : simulation.arrivals()) {
            var lists = policy.taken(arrival.name(), arrival.version(), request.namesVersionOf(arrival.name())).stream()
                    .flatMap(build -> build.lists().stream())
                    .filter(isChecked::containsKey)
                    .toList();
            if (!lists.isEmpty() && lists.stream().noneMatch(isChecked::get)) {
                unchecked.put(arrival.name(), lists.getFirst().replaceFirst(" Packages$", ""));
            }
        }
        return unchecked;
    }

    /**
     * Those of the changes that are refused, or bring along what is: a removal, what comes in the place of what goes. Where nobody can say
     * which do, all that may bring something: there is no way for them together.
     *
     * @param unchecked not empty
     */
    static Map<String, Forecast> refused(
            Request request, Map<String, Forecast.Effects> effects, SortedMap<String, String> unchecked) {
        var refused = new TreeMap<String, Forecast>();
        for (String key : request.keys()) {
            var names = new TreeSet<>(
                    effects.getOrDefault(key, Forecast.NOTHING_ELSE).alsoAdds());
            names.retainAll(unchecked.keySet());
            if (unchecked.containsKey(key)) {
                refused.put(key, missing(unchecked.get(key) + ", where it comes from"));
            } else if (!names.isEmpty()) {
                refused.put(key, alongWith(key, names.first(), request, unchecked));
            }
        }
        if (refused.isEmpty()) {
            request.bringing()
                    .forEach(key -> refused.put(key, alongWith(key, unchecked.firstKey(), request, unchecked)));
        }
        return refused;
    }

    private static Forecast alongWith(String key, String name, Request request, Map<String, String> unchecked) {
        return missing(unchecked.get(name) + ", where " + name + " comes from, which "
                + (request.removed().contains(key) ? "the removal of " + key + " brings along" : "comes along"));
    }

    /** Also where the same plan has a file of that source: only new lists would be checked by its key. */
    private static Forecast missing(String where) {
        return new Forecast.Impossible("there is no signature of " + where + ", that apt can check (" + REMEDY + ")");
    }
}
