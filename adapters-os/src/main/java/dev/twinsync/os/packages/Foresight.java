package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.Forecast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lets apt simulate the whole set of changes as one transaction, and says what that means for each. */
final class Foresight {

    private final Apt apt;
    private final Installation installation;
    private final Room room;
    private final SortedMap<String, Forecast> forecasts = new TreeMap<>();

    Foresight(Apt apt, Installation installation, Room room) {
        this.apt = apt;
        this.installation = installation;
        this.room = room;
    }

    SortedMap<String, Forecast> of(List<PackageAction> actions) {
        var byName = apt.request(actions, installation)
                .then(request -> apt.policy(request.wanted().keySet()).map(policy -> byName(request, policy)));
        switch (byName) {
            case Answer.None<Map<String, Forecast>>(var reason) -> forecasts.putAll(allImpossible(actions, reason));
            case Answer.Given<Map<String, Forecast>>(var known) -> {
                forecasts.putAll(known);
                simulate(actions);
            }
        }
        return forecasts;
    }

    /** What fails by its name or version alone; one such would spoil the simulation of all. */
    private static Map<String, Forecast> byName(Request request, Policy policy) {
        var judged = new TreeMap<String, Forecast>();
        request.wanted().forEach((key, version) -> {
            if (!policy.knows(key)) {
                judged.put(key, new Forecast.Unknown(missing(key, policy)));
            } else if (!has(policy, key, version)) {
                judged.put(
                        key,
                        new Forecast.Impossible("apt has no version " + version.orElseThrow() + " of " + key + ", only "
                                + String.join(", ", policy.of(key))));
            }
        });
        return judged;
    }

    private static String missing(String key, Policy policy) {
        return "package " + key + " in apt's lists"
                + (policy.mentions(key)
                        ? ", but others that provide or need it (which: apt-cache showpkg " + key
                                + "; to renew the lists: sudo apt-get update)"
                        : " (to renew them: sudo apt-get update)");
    }

    static boolean has(Policy policy, String key, Optional<PackageVersion> version) {
        return policy.knows(key)
                && version.map(exact -> policy.of(key).contains(exact.text())).orElse(true);
    }

    private List<PackageAction> notYetJudged(List<PackageAction> actions) {
        return actions.stream()
                .filter(action -> !forecasts.containsKey(action.key()))
                .toList();
    }

    private void simulate(List<PackageAction> actions) {
        var rest = notYetJudged(actions);
        switch (apt.request(rest, installation)) {
            case Answer.None<Request>(var reason) -> forecasts.putAll(allImpossible(rest, reason));
            case Answer.Given<Request>(var request) -> simulate(request);
        }
    }

    private void simulate(Request request) {
        if (request.isEmpty()) {
            return;
        }
        var result = apt.simulate(request);
        switch (Apt.read(result)) {
            case Answer.Given<Simulation>(var simulation) -> foretell(request, simulation);
            case Answer.None<Simulation>(var reason) -> {
                if (result instanceof Result.Ended ended && ended.exit() != 0) {
                    Blame.reasons(ended, request.keys()).forEach((key, because) -> impossible(Set.of(key), because));
                } else {
                    impossible(request.keys(), reason);
                }
            }
        }
    }

    private void foretell(Request request, Simulation simulation) {
        var held = Surprises.held(request, simulation, installation);
        if (!held.isEmpty()) {
            impossible(request.keys(), "packages on hold would have to be changed: " + String.join(", ", held));
            return;
        }
        switch (apt.parts(simulation)) {
            case Answer.None<List<Part>>(var reason) -> impossible(request.keys(), reason);
            case Answer.Given<List<Part>>(var arriving) -> foretell(request, simulation, arriving);
        }
    }

    private void foretell(Request request, Simulation simulation, List<Part> arriving) {
        switch (room.lack(simulation, arriving)) {
            case Answer.None<Optional<String>>(var reason) -> impossible(request.keys(), reason);
            case Answer.Given<Optional<String>>(var lack)
            when lack.isPresent() -> {
                var bringing = request.wanted().keySet();
                impossible(bringing.isEmpty() ? request.keys() : bringing, lack.get());
                simulate(request.changes());
            }
            case Answer.Given<Optional<String>> _ -> attribute(request, simulation, arriving);
        }
    }

    private void attribute(Request request, Simulation simulation, List<Part> arriving) {
        var there = installation.rows().stream().filter(DpkgRow::isThere).map(Part::installed);
        forecasts.putAll(new Attribution(
                        request.wanted().keySet(),
                        request.removed(),
                        simulation,
                        Stream.concat(arriving.stream(), there).toList())
                .effects());
    }

    private void impossible(Set<String> keys, String reason) {
        keys.forEach(key -> forecasts.put(key, new Forecast.Impossible(reason)));
    }

    static Map<String, Forecast> allImpossible(List<PackageAction> actions, String reason) {
        return Forecast.allImpossible(Request.changesAmong(actions), reason);
    }
}
