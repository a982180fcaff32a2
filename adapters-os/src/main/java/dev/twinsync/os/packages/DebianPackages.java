package dev.twinsync.os.packages;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Overheard;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.PackageManager;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** apt and dpkg. */
public final class DebianPackages implements PackageManager {

    private final CommandRunner runner;
    private final Path steps;
    private final Dpkg dpkg;
    private final Apt apt;
    private final Signatures signatures;
    private final Room room;

    public DebianPackages(CommandRunner runner) {
        this(runner, RunningSystem.here());
    }

    DebianPackages(CommandRunner runner, RunningSystem running) {
        this(runner, running, Mending.STEPS, Disks.ofThisMachine());
    }

    /** @param steps dpkg's own journal */
    DebianPackages(CommandRunner runner, RunningSystem running, Path steps, Disks disks) {
        this.runner = runner;
        this.steps = steps;
        var tools = new Tools(runner);
        dpkg = new Dpkg(tools, running);
        apt = new Apt(tools, dpkg);
        signatures = new Signatures(apt, tools);
        room = new Room(tools, disks);
    }

    @Override
    public Observation<LivePackage> observe(Scope scope) {
        return switch (dpkg.read()) {
            case Answer.None<Installation>(var reason) -> new Unavailable<>(reason);
            case Answer.Given<Installation>(var installation) -> within(scope, installation);
        };
    }

    private static Seen<LivePackage> within(Scope scope, Installation installation) {
        return switch (scope) {
            case Scope.Everything(var declared) -> installation.seen(declared);
            case Scope.Some some -> only(some.keys(), installation.seen(some.keys()));
        };
    }

    private static Seen<LivePackage> only(Set<String> keys, Seen<LivePackage> all) {
        return new Seen<>(
                all.live().stream().filter(found -> keys.contains(found.key())).toList(),
                all.gaps().stream().filter(gap -> keys.contains(gap.keys())).toList());
    }

    @Override
    public Map<String, Forecast> forecast(List<PackageAction> actions) {
        return switch (dpkg.read()) {
            case Answer.None<Installation>(var reason) -> Foresight.allImpossible(actions, reason);
            case Answer.Given<Installation>(var installation) ->
                new Foresight(apt, installation, signatures, room).of(actions);
        };
    }

    @Override
    public Optional<String> obstacle(PackageAction action) {
        return Self.ofThisProcess().lacksRoot();
    }

    /** All at once: apt finds a way for the whole that it may not find one by one. */
    @Override
    public List<List<PackageAction>> transactions(List<PackageAction> actions) {
        return actions.isEmpty() ? List.of() : List.of(List.copyOf(actions));
    }

    @Override
    public Attempt apply(List<PackageAction> transaction, Progress progress) {
        var heard = new Apt(overheard(progress), dpkg);
        var answer = dpkg.read()
                .then(before -> heard.request(transaction, before)
                        .then(request -> change(request, before, heard, progress))
                        .then(_ -> heard.mark(new Marks(transaction, before))));
        return switch (answer) {
            case Answer.None<String>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<String> _ -> {
                progress.at(100, "done");
                yield new Attempt.Ran();
            }
        };
    }

    private Tools overheard(Progress progress) {
        return new Tools(new Overheard(runner, progress));
    }

    /** Whatever was cut off: what dpkg has begun must be finished before anything else can be. */
    @Override
    public Attempt mend(List<PackageAction> cutOff, Progress progress) {
        return new Mending(overheard(progress), dpkg, steps, progress).mend();
    }

    @Override
    public Attempt renew(List<PackageAction> waiting, Progress progress) {
        return new Apt(overheard(progress), dpkg)
                .updateLists()
                .<Attempt>map(Attempt.Refused::new)
                .orElseGet(Attempt.Ran::new);
    }

    private Answer<String> change(Request request, Installation before, Apt apt, Progress progress) {
        return request.isEmpty()
                ? new Answer.Given<>("")
                : allKnown(request, apt)
                        .then(_ -> Apt.read(apt.simulate(request)))
                        .then(simulation -> objection(request, simulation, before, apt))
                        .then(objection -> objection
                                .<Answer<String>>map(Answer.None::new)
                                .orElseGet(() -> apt.run(request, progress)));
    }

    private Answer<Optional<String>> objection(Request request, Simulation simulation, Installation before, Apt apt) {
        var surprise = Surprises.of(request, simulation, before);
        return surprise.isPresent()
                ? new Answer.Given<>(surprise)
                : apt.parts(simulation).then(arriving -> room.lack(simulation, arriving));
    }

    /** apt reads a name that it does not know as a pattern, so every name must be known exactly. */
    private static Answer<Policy> allKnown(Request request, Apt apt) {
        var names = request.wanted().keySet();
        return apt.policy(names).then(policy -> {
            if (missing(request, policy).isEmpty()) {
                return new Answer.Given<>(policy);
            }
            var failed = apt.updateLists();
            return apt.policy(names)
                    .then(fresh -> missing(request, fresh)
                            .<Answer<Policy>>map(what -> new Answer.None<>(
                                    failed.map(reason -> what + ": " + reason).orElse(what)))
                            .orElseGet(() -> new Answer.Given<>(fresh)));
        });
    }

    private static Optional<String> missing(Request request, Policy policy) {
        return request.wanted().entrySet().stream()
                .filter(wish -> !ByName.has(policy, wish.getKey(), wish.getValue()))
                .map(wish -> "apt's lists have no package " + wish.getKey()
                        + wish.getValue()
                                .map(version -> " in version " + version)
                                .orElse(""))
                .sorted()
                .findFirst();
    }
}
