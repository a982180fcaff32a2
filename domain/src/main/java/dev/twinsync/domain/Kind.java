package dev.twinsync.domain;

import dev.twinsync.domain.shape.EntriesShape;
import dev.twinsync.domain.shape.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One kind of managed thing: what can be wanted of it (D), what can be seen of it (L) and what can be done to it (A).
 * Pure and total; {@code KindLaws} states what it must satisfy.
 */
public interface Kind<D extends Keyed, L extends Keyed, A extends Action> {

    /** The fragment: {@code packages} stands for {@code state/packages.yaml} and {@code live/packages.yaml}. */
    String name();

    /** The key of the list in those documents. */
    default String listKey() {
        return name();
    }

    /**
     * What can carry out its wishes, as the line {@code backend} of its documents says it: the one of this kind first, then the
     * others that documents of this name may have. Empty: there is but one, and documents do not say it.
     */
    default List<String> backends() {
        return List.of();
    }

    /** What it has of documents that it shares with other kinds; empty: they are its own, and called by its name. */
    default Optional<DocumentPart> part() {
        return Optional.empty();
    }

    /** The name of its documents. */
    default String document() {
        return part().map(DocumentPart::document).orElseGet(this::name);
    }

    /** How all its wishes look below {@link #listKey}. */
    default Shape<List<D>> desiredEntries() {
        return new EntriesShape<>(Shape.later(this::desired), Keyed::key);
    }

    /** How all that is seen looks there. */
    default Shape<List<L>> liveEntries() {
        return new EntriesShape<>(Shape.later(this::live), Keyed::key);
    }

    /** Where its wishes stand: below one key, unless they are of several sorts. */
    default List<Entries<D>> allDesired() {
        return List.of(new Entries<>(listKey(), desiredEntries(), _ -> true));
    }

    /** Where what is seen stands. */
    default List<Entries<L>> allLive() {
        return List.of(new Entries<>(listKey(), liveEntries(), _ -> true));
    }

    /** When its things are brought about; what comes before may bring what they need. */
    Action.Stage stage();

    Shape<D> desired();

    Shape<L> live();

    Shape<A> action();

    /** The decision table: what to do about one thing. */
    Stream<Step<A>> decide(Pair<D, L> pair);

    /** What to do about all that is declared, in the order of keys. Nothing is planned on what was not seen. */
    default List<Step<A>> plan(List<D> desired, Observation<L> observation) {
        return switch (observation) {
            case Observation.Unavailable(var reason) ->
                desired.stream()
                        .sorted(Comparator.comparing(Keyed::key))
                        .<Step<A>>map(wish -> new Step.Blocked<>(wish.key(), reason))
                        .toList();
            case Observation.Seen<L> seen ->
                Pair.of(desired, seen).flatMap(pair -> stepsFor(pair, seen)).toList();
        };
    }

    private Stream<Step<A>> stepsFor(Pair<D, L> pair, Observation.Seen<L> seen) {
        return seen.gapOver(pair.key())
                .map(gap -> pair instanceof Pair.Unmanaged<D, L>
                        ? Stream.<Step<A>>empty()
                        : Stream.<Step<A>>of(new Step.Blocked<>(pair.key(), gap.reason())))
                .orElseGet(() -> decide(pair));
    }

    /** What we expect to see of the action's own thing once the action is done. */
    Optional<L> after(Optional<L> seen, A action);

    /**
     * Whether something could become root of the machine by it that could not before; a pull alone does not bring that.
     *
     * @param seen what is there before; empty: nothing
     */
    default boolean empowers(A action, Optional<L> seen) {
        return false;
    }

    /** The wish that asks for exactly what is seen. */
    D adopt(L seen);

    /** The wish that nothing of that key is there; empty where no wish can make such a thing go. */
    Optional<D> absent(String key);

    /** What {@code init} writes into the wish: only what a person chose, in as few words as will bring it back. */
    Optional<D> firstWish(L seen);

    /** The services, by key, that must notice once this was changed. */
    default List<String> notifies(D wish) {
        return List.of();
    }

    /**
     * The key by which a notice is given: a restart stands for what else its service would have to do.
     *
     * @param all the keys of all that must notice something
     */
    default String noticedBy(String key, Set<String> all) {
        return key;
    }

    /** The key of the thing itself; another one than its own where this is only another name of that: an alias of a unit. */
    default String keyOfItself(L seen) {
        return seen.key();
    }

    /** What makes a thing of this kind notice that something it depends on was changed. */
    default Optional<A> whenNotified(String key) {
        return Optional.empty();
    }

    /**
     * What must be there so that a thing of this kind can notice something, to stand behind "no": {@code unit nginx.service}; empty:
     * nothing has to.
     */
    default Optional<String> neededToNotice(String key) {
        return Optional.empty();
    }

    /**
     * Why a thing that is there cannot notice anything as it is, with what to do; empty: it can.
     *
     * @param seen what it is once the plan is done
     */
    default Optional<String> whyDeaf(L seen) {
        return Optional.empty();
    }

    /** What makes a thing notice something that cannot as it is, for it failed; empty: nothing does. */
    default Optional<A> whenFailed(String key) {
        return Optional.empty();
    }

    /**
     * Whether a thing has nothing to notice, whatever changes, for it is to stand still: a unit that is wished to be stopped.
     *
     * @param wish for it; empty: it has none
     * @param seen what it is once the plan is done; empty: it is not there, or was not seen
     */
    default boolean standsStill(Optional<D> wish, Optional<L> seen) {
        return false;
    }

    /** Whether something that must notice a change, of whichever kind, may be there only once this is done. */
    default boolean mayBring(A action, String noticing) {
        return false;
    }

    /** Whether this is only what is left of a thing that an earlier stage may bring: a unit that runs on without its file. */
    default boolean isRemnant(L seen) {
        return false;
    }

    /** The keys of what is only on the way to a thing: the folders above a file. Where they came along with it, they go with it too. */
    default List<String> wayTo(String key) {
        return List.of();
    }

    /** Whether what was found is what {@link #after} promised; a kind that cannot foretell every field says so here. */
    default boolean fulfils(Optional<L> expected, Optional<L> found) {
        return expected.equals(found);
    }
}
