package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Forecast.Effects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lets apt simulate the whole set of changes as one transaction, and says what that means for each. */
final class Foresight {

    private final Apt apt;
    private final Installation installation;
    private final Signatures signatures;
    private final Room room;
    private final SortedMap<String, Forecast> forecasts = new TreeMap<>();

    Foresight(Apt apt, Installation installation, Signatures signatures, Room room) {
        this.apt = apt;
        this.installation = installation;
        this.signatures = signatures;
        this.room = room;
    }

    SortedMap<String, Forecast> of(List<PackageAction> actions) {
        switch (apt.request(actions, installation)) {
            case Answer.None<Request>(var reason) -> forecasts.putAll(allImpossible(actions, reason));
            case Answer.Given<Request>(var request) -> {
                judgeByName(request);
                simulate(actions);
            }
        }
        return forecasts;
    }

    private void judgeByName(Request request) {
        switch (apt.policy(request.wanted().keySet())) {
            case Answer.None<Policy>(var reason) -> impossible(request.wanted().keySet(), reason);
            case Answer.Given<Policy>(var policy) -> forecasts.putAll(ByName.judged(request, policy));
        }
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
            case Answer.None<List<Part>>(var reason) -> nothingArrives(request, reason);
            case Answer.Given<List<Part>>(var arriving) -> foretell(request, simulation, arriving);
        }
    }

    private void foretell(Request request, Simulation simulation, List<Part> arriving) {
        var effects = effects(request, simulation, arriving);
        switch (signatures.unchecked(request, simulation)) {
            case Answer.None<SortedMap<String, String>>(var reason) -> nothingArrives(request, reason);
            case Answer.Given<SortedMap<String, String>>(var unchecked)
            when !unchecked.isEmpty() -> {
                forecasts.putAll(Signatures.refused(request, effects, unchecked));
                simulate(request.changes());
            }
            case Answer.Given<SortedMap<String, String>> _ -> foretell(request, simulation, arriving, effects);
        }
    }

    private void foretell(
            Request request, Simulation simulation, List<Part> arriving, SortedMap<String, Effects> effects) {
        switch (room.lack(simulation, arriving)) {
            case Answer.None<Optional<String>>(var reason) -> nothingArrives(request, reason);
            case Answer.Given<Optional<String>>(var lack)
            when lack.isPresent() -> {
                forecasts.putAll(withoutRoom(request, simulation, arriving, effects, lack.get()));
                simulate(request.changes());
            }
            case Answer.Given<Optional<String>> _ -> forecasts.putAll(effects);
        }
    }

    /** Those that have no room by themselves; where each of them has, all: nobody can say which are to come. */
    private Map<String, Forecast> withoutRoom(
            Request request,
            Simulation simulation,
            List<Part> arriving,
            Map<String, Effects> effects,
            String lackOfAll) {
        var without = new TreeMap<String, Forecast>();
        for (String key : request.wanted().keySet()) {
            var names = new TreeSet<>(
                    effects.getOrDefault(key, Forecast.NOTHING_ELSE).alsoAdds());
            names.add(key);
            var parts =
                    arriving.stream().filter(part -> names.contains(part.key())).toList();
            if (room.lack(simulation.only(names), parts) instanceof Answer.Given<Optional<String>>(var lack)) {
                lack.ifPresent(reason -> without.put(key, new Forecast.Impossible(reason)));
            }
        }
        return without.isEmpty() ? allWithoutRoom(request, lackOfAll) : without;
    }

    private static Map<String, Forecast> allWithoutRoom(Request request, String lack) {
        var keys = request.bringing();
        var reason = keys.size() > 1 ? lack + ", or take some of it: twin plan --only packages:NAME" : lack;
        return keys.stream().collect(Collectors.toMap(key -> key, _ -> new Forecast.Impossible(reason)));
    }

    private SortedMap<String, Effects> effects(Request request, Simulation simulation, List<Part> arriving) {
        var there = installation.rows().stream()
                .filter(DpkgRow::isThere)
                .map(Part::installed)
                .toList();
        return new Attribution(request.wanted().keySet(), request.removed(), simulation, new Parts(arriving, there))
                .effects();
    }

    /** What only goes needs none of apt's lists, and is simulated again. */
    private void nothingArrives(Request request, String reason) {
        impossible(request.bringing(), reason);
        simulate(request.changes());
    }

    private void impossible(Set<String> keys, String reason) {
        keys.forEach(key -> forecasts.put(key, new Forecast.Impossible(reason)));
    }

    static Map<String, Forecast> allImpossible(List<PackageAction> actions, String reason) {
        return Forecast.allImpossible(Request.changesAmong(actions), reason);
    }
}
