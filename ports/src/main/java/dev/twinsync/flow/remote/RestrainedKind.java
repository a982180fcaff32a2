package dev.twinsync.flow.remote;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.DocumentPart;
import dev.twinsync.domain.Entries;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind that does not do what is held back. In all else it is the kind itself. */
record RestrainedKind<D extends Keyed, L extends Keyed, A extends Action>(
        Kind<D, L, A> kind, String plugin, Restraint restraint) implements Kind<D, L, A> {

    /** A kind may put what it decides in an order of its own. */
    @Override
    public List<Step<A>> plan(List<D> desired, Observation<L> observation) {
        var wishes = desired.stream().collect(Collectors.toMap(Keyed::key, wish -> wish, (first, _) -> first));
        return kind.plan(desired, observation).stream()
                .map(step -> step instanceof Step.Do<A>(var action, var _) && wishes.containsKey(action.key())
                        ? restrained(wishes.get(action.key()), observation.find(action.key()), step)
                        : step)
                .toList();
    }

    @Override
    public Stream<Step<A>> decide(Pair<D, L> pair) {
        return switch (pair) {
            case Pair.Missing<D, L>(var wish) ->
                kind.decide(pair).map(step -> restrained(wish, Optional.empty(), step));
            case Pair.Both<D, L>(var wish, var seen) ->
                kind.decide(pair).map(step -> restrained(wish, Optional.of(seen), step));
            case Pair.Unmanaged<D, L> _ -> kind.decide(pair);
        };
    }

    private Step<A> restrained(D wish, Optional<L> seen, Step<A> step) {
        return restraint.over(step, plugin, kind, wish, seen);
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public String listKey() {
        return kind.listKey();
    }

    @Override
    public List<String> backends() {
        return kind.backends();
    }

    @Override
    public Optional<DocumentPart> part() {
        return kind.part();
    }

    @Override
    public String document() {
        return kind.document();
    }

    @Override
    public Shape<List<D>> desiredEntries() {
        return kind.desiredEntries();
    }

    @Override
    public Shape<List<L>> liveEntries() {
        return kind.liveEntries();
    }

    @Override
    public List<Entries<D>> allDesired() {
        return kind.allDesired();
    }

    @Override
    public List<Entries<L>> allLive() {
        return kind.allLive();
    }

    @Override
    public Action.Stage stage() {
        return kind.stage();
    }

    @Override
    public Shape<D> desired() {
        return kind.desired();
    }

    @Override
    public Shape<L> live() {
        return kind.live();
    }

    @Override
    public Shape<A> action() {
        return kind.action();
    }

    @Override
    public Optional<L> after(Optional<L> seen, A action) {
        return kind.after(seen, action);
    }

    @Override
    public boolean empowers(A action, Optional<L> seen) {
        return kind.empowers(action, seen);
    }

    @Override
    public D adopt(L seen) {
        return kind.adopt(seen);
    }

    @Override
    public Optional<D> absent(String key) {
        return kind.absent(key);
    }

    @Override
    public Optional<D> firstWish(L seen) {
        return kind.firstWish(seen);
    }

    @Override
    public List<String> notifies(D wish) {
        return kind.notifies(wish);
    }

    @Override
    public String noticedBy(String key, Set<String> all) {
        return kind.noticedBy(key, all);
    }

    @Override
    public String keyOfItself(L seen) {
        return kind.keyOfItself(seen);
    }

    @Override
    public Optional<A> whenNotified(String key) {
        return kind.whenNotified(key);
    }

    @Override
    public Optional<A> whenFailed(String key) {
        return kind.whenFailed(key);
    }

    @Override
    public boolean standsStill(Optional<D> wish, Optional<L> seen) {
        return kind.standsStill(wish, seen);
    }

    @Override
    public Optional<String> whyDeaf(L seen) {
        return kind.whyDeaf(seen);
    }

    @Override
    public Optional<String> neededToNotice(String key) {
        return kind.neededToNotice(key);
    }

    @Override
    public boolean mayBring(A action, String noticing) {
        return kind.mayBring(action, noticing);
    }

    @Override
    public boolean isRemnant(L seen) {
        return kind.isRemnant(seen);
    }

    @Override
    public List<String> wayTo(String key) {
        return kind.wayTo(key);
    }

    @Override
    public boolean fulfils(Optional<L> expected, Optional<L> found) {
        return kind.fulfils(expected, found);
    }
}
