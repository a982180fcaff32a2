package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.services.UnitId;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.homeassistant.Installation.Alone;
import dev.twinsync.os.homeassistant.Installation.Contained;
import dev.twinsync.os.homeassistant.Installation.Supervised;
import dev.twinsync.os.supervisor.CoreApi;
import dev.twinsync.os.supervisor.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a Home Assistant runs, and which of its runs it is. */
record Life(Reach reach) {

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final String RUNS = "RUNNING";

    /** What is known of it at one moment. */
    sealed interface State {

        /** @param start tells one run from the next; empty: nobody tells them apart */
        record Up(String start) implements State {}

        /** @param how in words */
        record NotYet(String how) implements State {}
    }

    /** Both have to say so, where both can be asked: Home Assistant itself, and what keeps it running. */
    State of(Installation installation) {
        var kept = keeper(installation);
        return kept instanceof State.Up(var start) ? itself(installation, start) : kept;
    }

    private State itself(Installation installation, String start) {
        if (!(reach.core(installation) instanceof Answer.Given<CoreApi>(var api))) {
            return new State.Up(start);
        }
        try {
            var state = api.get("config", Patience.LOOK).at("state").text();
            return state.equals(RUNS)
                    ? new State.Up(start)
                    : new State.NotYet("it says " + Soundness.broken(state).log());
        } catch (IOException no) {
            return new State.NotYet(no.getMessage());
        }
    }

    private State keeper(Installation installation) {
        return switch (installation) {
            case Supervised(var _, var core, var _) -> core.map(this::container).orElse(new State.Up(""));
            case Contained(var _, var container) -> container(container);
            case Alone alone -> alone.unit().map(this::unit).orElse(new State.Up(""));
        };
    }

    private State container(FoundContainer known) {
        return switch (reach.engines().containers(known.engine())) {
            case Answer.None<List<Engines.Entry>>(var reason) -> new State.NotYet(reason);
            case Answer.Given<List<Engines.Entry>>(var all) ->
                all.stream()
                        .map(Engines.Entry::container)
                        .filter(found -> found.name().equals(known.name()) && found.running())
                        .findFirst()
                        .<State>map(found -> new State.Up(
                                found.startedAt().map(Object::toString).orElse("")))
                        .orElse(new State.NotYet("the container " + known.name() + " does not run"));
        };
    }

    private State unit(UnitId id) {
        var result = reach.commands()
                .run(systemctl(id.scope(), "show", List.of("--property=ActiveState,InvocationID"), id)
                        .withLimit(LOOK));
        if (!(result instanceof Result.Ended ended) || ended.exit() != 0) {
            return new State.NotYet(result.inWords("systemctl show"));
        }
        var lines = lines(ended.text());
        var state = lines.getOrDefault("ActiveState", "");
        return state.equals("active")
                ? new State.Up(lines.getOrDefault("InvocationID", ""))
                : new State.NotYet("systemd calls " + id.name() + " "
                        + Soundness.broken(state).log());
    }

    private static Map<String, String> lines(String text) {
        var lines = new LinkedHashMap<String, String>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> lines.put(line[0], line[1]));
        return lines;
    }

    /** Pointed at the systemd that the unit belongs to. */
    Command systemctl(UnitScope scope, String verb, List<String> options, UnitId id) {
        var words = new ArrayList<String>();
        var environment = Map.<String, String>of();
        if (scope instanceof UnitScope.User) {
            words.add("--user");
            environment = Map.of("XDG_RUNTIME_DIR", "/run/user/" + reach.self().uid());
        }
        words.addAll(List.of("--no-pager", "--no-ask-password", verb));
        words.addAll(options);
        words.addAll(List.of("--", id.name().text()));
        return Command.of("systemctl", words).withEnvironment(environment);
    }

    /** Why this process must not even try to restart it. */
    Optional<String> obstacle(Installation installation) {
        return installation instanceof Alone alone
                ? alone.unit().flatMap(id -> switch (id.scope()) {
                    case UnitScope.Machine _ -> reach.self().lacksRoot();
                    case UnitScope.User(var user) -> reach.self().cannotActFor(user);
                })
                : Optional.empty();
    }
}
