package dev.twinsync.os.services;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.services.Importance;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.UnitId;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.OneByOne;
import dev.twinsync.os.Overheard;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.InitSystem;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** systemd: the machine's own, and those of users. */
public final class SystemdServices implements InitSystem {

    /** How much of one systemd is looked at. */
    private interface Looking {
        Answer<Observation.Seen<LiveService>> at(UnitLook look);
    }

    private final CommandRunner commands;
    private final Caller caller;
    private final Patience patience;

    public SystemdServices(CommandRunner commands) {
        this(commands, Caller.ofThisProcess());
    }

    SystemdServices(CommandRunner commands, Caller caller) {
        this(commands, caller, Patience.OF_THIS_PROCESS);
    }

    SystemdServices(CommandRunner commands, Caller caller, Patience patience) {
        this.commands = commands;
        this.caller = caller;
        this.patience = patience;
    }

    @Override
    public Observation<LiveService> observe(Scope scope) {
        if (!caller.isOnSystemd()) {
            return new Observation.Unavailable<>(notOnSystemd());
        }
        return switch (scope) {
            case Scope.Everything(var declared) -> look(withUndeclared(units(declared)), UnitLook::look);
            case Scope.Some some -> look(units(some.keys()), UnitLook::lookAtDeclared);
        };
    }

    @Override
    public Optional<String> obstacle(ServiceAction action) {
        return caller.obstacle(action.scope());
    }

    private String notOnSystemd() {
        return "this machine was not started by systemd: there is no " + caller.run()
                + "/systemd/system, as in most containers; services can be neither seen nor changed";
    }

    private static Map<UnitScope, Set<UnitName>> units(Collection<String> keys) {
        return keys.stream()
                .map(UnitId::of)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(
                        UnitId::scope, LinkedHashMap::new, Collectors.mapping(UnitId::name, Collectors.toSet())));
    }

    private Map<UnitScope, Set<UnitName>> withUndeclared(Map<UnitScope, Set<UnitName>> declared) {
        declared.putIfAbsent(UnitScope.SYSTEM, Set.of());
        caller.users().forEach(user -> declared.putIfAbsent(user, Set.of()));
        return declared;
    }

    /** Without the machine's own systemd nothing is seen; a user's that cannot be seen is a gap. */
    private Observation<LiveService> look(Map<UnitScope, Set<UnitName>> units, Looking looking) {
        var live = new ArrayList<LiveService>();
        var gaps = new ArrayList<Gap>();
        for (var entry : units.entrySet()) {
            var scope = entry.getKey();
            switch (look(scope, entry.getValue(), looking)) {
                case Answer.Given<Observation.Seen<LiveService>>(var seen) -> {
                    live.addAll(seen.live());
                    gaps.addAll(seen.gaps());
                }
                case Answer.None<Observation.Seen<LiveService>>(var reason) -> {
                    switch (scope) {
                        case UnitScope.Machine _ -> {
                            return new Observation.Unavailable<>(reason);
                        }
                        case UnitScope.User(var user) -> gaps.add(new Gap(user + "/*", reason));
                    }
                }
            }
        }
        return new Observation.Seen<>(live, gaps);
    }

    private Answer<Observation.Seen<LiveService>> look(UnitScope scope, Set<UnitName> declared, Looking looking) {
        return caller.reach(scope, commands)
                .then(systemctl -> looking.at(new UnitLook(systemctl, scope, declared, patience)));
    }

    /** Of restarts alone: systemd restarts what runs, and what failed does not. */
    @Override
    public Map<String, Forecast> forecast(List<ServiceAction> actions) {
        var restarted = actions.stream()
                .filter(action -> action instanceof Restart && !action.name().isTemplate())
                .map(ServiceAction::key)
                .toList();
        var forecasts = new TreeMap<String, Forecast>();
        if (caller.isOnSystemd()) {
            units(restarted).forEach((scope, names) -> forecasts.putAll(failures(scope, names)));
        }
        return forecasts;
    }

    /** What could not be asked is not said to have failed. */
    private Map<String, Forecast> failures(UnitScope scope, Set<UnitName> names) {
        var failures = new TreeMap<String, Forecast>();
        if (caller.reach(scope, commands)
                        .then(systemctl ->
                                systemctl.show(names.stream().sorted().toList()))
                instanceof Answer.Given<Map<UnitName, UnitFacts>>(var facts)) {
            facts.forEach((name, unit) -> Verdict.ofFailure(unit)
                    .ifPresent(reason -> failures.put(scope.key(name), new Forecast.Impossible(reason))));
        }
        return failures;
    }

    @Override
    public Attempt apply(List<ServiceAction> transaction, Progress progress) {
        return OneByOne.of(transaction, progress, action -> attempt(action, new Overheard(commands, progress)));
    }

    private Attempt attempt(ServiceAction action, CommandRunner overheard) {
        if (!caller.isOnSystemd()) {
            return new Attempt.Refused(notOnSystemd());
        }
        if (action instanceof ServiceAction.TakesAway && Importance.of(action.name()) == Importance.ESSENTIAL) {
            return new Attempt.Refused("this machine must not lose " + action.name());
        }
        return switch (caller.reach(action.scope(), overheard)) {
            case Answer.None<Systemctl>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<Systemctl>(var systemctl) ->
                caller.bus(action.scope())
                        .map(address -> overBus(address, systemctl, action))
                        .orElseGet(
                                () -> new Deed(systemctl, new SystemctlControl(systemctl), patience).perform(action));
        };
    }

    private Attempt overBus(String address, Systemctl systemctl, ServiceAction action) {
        return switch (SystemdBus.open(address)) {
            case Answer.None<SystemdBus>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<SystemdBus>(var opened) -> {
                try (var bus = opened) {
                    yield new Deed(systemctl, new BusControl(bus), patience).perform(action);
                }
            }
        };
    }
}
