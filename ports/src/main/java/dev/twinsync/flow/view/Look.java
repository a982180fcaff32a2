package dev.twinsync.flow.view;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What one plugin is wished for and what it sees. */
public record Look<D extends Keyed, L extends Keyed, A extends Action>(
        Plugin<D, L, A> plugin, List<D> desired, Observation<L> observation) {

    private static final String NOT_TAKEN = "not looked at";

    /** Of what is wished only; nobody has looked. */
    static <D extends Keyed, L extends Keyed, A extends Action> Look<D, L, A> notTaken(
            Plugin<D, L, A> plugin, List<D> desired) {
        return new Look<>(plugin, desired, new Observation.Unavailable<>(NOT_TAKEN));
    }

    public boolean isTaken() {
        return !observation.equals(new Observation.Unavailable<L>(NOT_TAKEN));
    }

    public Set<String> declared() {
        return desired.stream().map(Keyed::key).collect(Collectors.toSet());
    }

    public Digest liveDigest() {
        return Fingerprint.of(FragmentShapes.live(plugin.kind()).write(observation));
    }

    public Map<String, L> liveByKey() {
        return switch (observation) {
            case Observation.Seen<L>(var live, var _) ->
                live.stream().collect(Collectors.toMap(Keyed::key, Function.identity()));
            case Observation.Unavailable<L>(var _) -> Map.of();
        };
    }

    /** The same look, at fewer wishes. */
    public Look<D, L, A> only(Predicate<D> which) {
        return new Look<>(plugin, desired.stream().filter(which).toList(), observation);
    }

    /** A new look at some of the wished things. */
    public Look<D, L, A> again(Set<String> keys) {
        var fewer = only(wish -> keys.contains(wish.key()));
        return new Look<>(plugin, fewer.desired(), plugin.sight().observe(new Scope.Only(keys)));
    }

    /** What the kind decides, each action together with what was seen. */
    public Draft<D, L, A> draft() {
        var seen = liveByKey();
        var actions = new ArrayList<PlannedAction<L, A>>();
        var blocked = new ArrayList<Step.Blocked<A>>();
        var later = new ArrayList<Step.Later<A>>();
        for (Step<A> step : plugin.kind().plan(desired, observation)) {
            switch (step) {
                case Step.Do<A>(var action, var why) -> actions.add(planned(action, seen, why));
                case Step.Blocked<A> blockedStep -> blocked.add(blockedStep);
                case Step.Later<A> laterStep -> later.add(laterStep);
            }
        }
        return new Draft<>(this, new Section<>(plugin.name(), plugin.kind(), actions, blocked, later));
    }

    private static <P extends Keyed, A extends Action> PlannedAction<P, A> planned(
            A action, Map<String, P> seen, String why) {
        return new PlannedAction<>(action, Optional.ofNullable(seen.get(action.key())), why, List.of(), List.of());
    }
}
