package dev.twinsync.domain.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Step.Blocked;
import dev.twinsync.domain.Step.Later;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a plan that one plugin carries out.
 *
 * @param plugin its name: {@code packages.debian}
 */
public record Section<D extends Keyed, L extends Keyed, A extends Action>(
        String plugin,
        Kind<D, L, A> kind,
        List<PlannedAction<L, A>> actions,
        List<Blocked<A>> blocked,
        List<Later<A>> later) {

    public Section {
        actions = List.copyOf(actions);
        blocked = List.copyOf(blocked);
        later = List.copyOf(later);
    }

    /** What an action is called everywhere: {@code packages.debian/install/htop}. */
    public String id(Action action) {
        return plugin + "/" + action.op() + "/" + action.key();
    }

    public boolean isEmpty() {
        return actions.isEmpty() && blocked.isEmpty() && later.isEmpty();
    }

    public boolean asksForNothing() {
        return actions.isEmpty() && later.isEmpty();
    }

    /** Why what could wait is blocked after all, once nothing is left that it could wait for but what is done to the same thing. */
    public Section<D, L, A> givingUpOnLater() {
        var waiting = later.stream().filter(step -> isBroughtOn(step.key())).toList();
        var all = new ArrayList<>(blocked);
        later.stream().filter(step -> !waiting.contains(step)).forEach(step -> all.add(step.inVain()));
        return new Section<>(plugin, kind, actions, all, waiting);
    }

    /** What takes something away brings nothing. */
    private boolean isBroughtOn(String key) {
        return actions.stream()
                .map(PlannedAction::action)
                .anyMatch(action -> action.key().equals(key) && action.stage() == kind.stage());
    }

    /** Just these actions, each with what was there at another moment. */
    public Section<D, L, A> only(List<A> some, Function<String, Optional<L>> seen) {
        return new Section<>(
                plugin,
                kind,
                some.stream()
                        .map(action -> new PlannedAction<>(action, seen.apply(action.key()), "", List.of(), List.of()))
                        .toList(),
                List.of(),
                List.of());
    }

    /**
     * What comes along with each action or is on the way to it, by the id of the action: a folder is named beside the first of all below it,
     * and where that is not carried out, the next one makes it.
     */
    public Map<String, Set<String>> alongside() {
        var all =
                actions.stream().flatMap(planned -> planned.effects().stream()).collect(Collectors.toSet());
        var alongside = new HashMap<String, Set<String>>();
        for (PlannedAction<L, A> planned : actions) {
            var keys = new TreeSet<>(planned.effects());
            kind.wayTo(planned.action().key()).stream().filter(all::contains).forEach(keys::add);
            alongside.put(id(planned.action()), keys);
        }
        return alongside;
    }

    /** The same with another reason for each action. */
    public Section<D, L, A> because(String why) {
        return new Section<>(
                plugin,
                kind,
                actions.stream().map(planned -> planned.because(why)).toList(),
                blocked,
                later);
    }

    /**
     * A folder on the way to something that is blocked is not taken away either: that may still be in it, as it is not behind a link. Nor is
     * one to which something comes back: made anew on the way it would be open to more than it was.
     */
    public Section<D, L, A> keepingTheWayToWhatStays() {
        var kept = new HashMap<String, String>();
        blocked.forEach(step -> kind.wayTo(step.key())
                .forEach(key -> kept.putIfAbsent(key, step.key() + " may still be in it: " + step.reason())));
        actions.stream()
                .map(PlannedAction::action)
                .filter(Action::makes)
                .forEach(action -> kind.wayTo(action.key())
                        .forEach(key -> kept.putIfAbsent(key, action.key() + " comes back in it")));
        return keeping(kept);
    }

    /** What the plan of which this is a part keeps, a part keeps as well, though it has less in it that says why. */
    public Section<D, L, A> keepingWhatIsKeptBy(Section<?, ?, ?> whole) {
        return keeping(
                whole.blocked().stream().collect(Collectors.toMap(Blocked::key, Blocked::reason, (first, _) -> first)));
    }

    private Section<D, L, A> keeping(Map<String, String> reasons) {
        var kept = new HashMap<>(reasons);
        kept.keySet()
                .retainAll(actions.stream()
                        .map(PlannedAction::action)
                        .filter(Action::wantsEmpty)
                        .map(Keyed::key)
                        .toList());
        return kept.isEmpty() ? this : blocking(kept);
    }

    private Section<D, L, A> blocking(Map<String, String> reasons) {
        var rest = actions.stream()
                .filter(planned -> !reasons.containsKey(planned.action().key()))
                .toList();
        var more = new TreeMap<>(reasons).entrySet().stream().map(one -> new Blocked<A>(one.getKey(), one.getValue()));
        return new Section<>(plugin, kind, rest, blocked, later).withBlocked(more);
    }

    public Section<D, L, A> with(Stream<PlannedAction<L, A>> more) {
        return new Section<>(plugin, kind, Stream.concat(actions.stream(), more).toList(), blocked, later);
    }

    public Section<D, L, A> withBlocked(Stream<Blocked<A>> more) {
        return new Section<>(
                plugin, kind, actions, Stream.concat(blocked.stream(), more).toList(), later);
    }

    /** Whether it says already that something cannot be done about this thing, or not yet. */
    public boolean putsOff(String key) {
        return Stream.concat(blocked.stream().map(Blocked::key), later.stream().map(Later::key))
                .anyMatch(key::equals);
    }
}
