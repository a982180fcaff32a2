package dev.twinsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

/** What every kind promises, tried on generated machines and wishes. A kind's own test extends this and names the values. */
public abstract class KindLaws<D extends Keyed, L extends Keyed, A extends Action> {

    protected abstract Kind<D, L, A> kind();

    /** Wishes over a small set of keys, so that they meet what is seen. */
    protected abstract Arbitrary<D> wish();

    protected abstract Arbitrary<L> seen();

    protected abstract Arbitrary<A> action();

    /** Whether the wish is met, judged without the planner: {@code found} is empty where nothing of that key is there. */
    protected abstract boolean agrees(D wish, Optional<L> found);

    /** The kind, for tests that hold every kind against something else, as its schema. */
    public final Kind<D, L, A> kindUnderTest() {
        return kind();
    }

    /** Wish lists with no key twice. */
    public final Arbitrary<List<D>> anyWishes() {
        return distinct(wish().list().ofMaxSize(6));
    }

    /** Machines with no key twice. */
    public final Arbitrary<List<L>> anyMachine() {
        return distinct(seen().list().ofMaxSize(6)).map(this::possible);
    }

    /** The nearest to this that a machine can be, of a kind whose things stand in one another. */
    protected List<L> possible(List<L> machine) {
        return machine;
    }

    public final Arbitrary<A> anyAction() {
        return action();
    }

    /** A wish list and a machine, with no key twice in either. */
    public record Case<D, L>(List<D> desired, List<L> live) {}

    public final Arbitrary<Case<D, L>> cases() {
        return Combinators.combine(anyWishes(), anyMachine()).as(Case::new);
    }

    /** Those in which there is something to do. */
    public final Arbitrary<Case<D, L>> casesWithActions() {
        return cases().filter(example ->
                !actions(plan(example.desired(), example.live())).isEmpty());
    }

    private static <T extends Keyed> Arbitrary<List<T>> distinct(Arbitrary<List<T>> lists) {
        return lists.map(list -> List.copyOf(list.stream()
                .collect(Collectors.toMap(Keyed::key, Function.identity(), (first, second) -> first))
                .values()));
    }

    @Test
    void reaches_every_declared_entry_agrees_or_was_blocked() {
        forEveryCase(example -> {
            var steps = plan(example.desired(), example.live());
            var machine = perform(example.live(), actions(steps));
            var excused = unreached(steps);
            for (D wish : example.desired()) {
                assertTrue(
                        excused.contains(wish.key()) || agrees(wish, find(machine, wish.key())),
                        () -> wish + " is not met by " + find(machine, wish.key()) + " after " + steps);
            }
        });
    }

    @Test
    void reaches_nothing_is_blocked_that_already_agrees_and_nothing_done_to_it() {
        forEveryCase(example -> {
            var steps = plan(example.desired(), example.live());
            for (D wish : example.desired()) {
                if (agrees(wish, find(example.live(), wish.key()))) {
                    assertTrue(
                            actions(steps).stream()
                                    .noneMatch(action -> action.key().equals(wish.key())),
                            () -> wish + " is met already, but planned: " + steps);
                }
            }
        });
    }

    @Test
    void settles_planning_again_does_nothing() {
        forEveryCase(example -> {
            var machine = perform(example.live(), actions(plan(example.desired(), example.live())));
            assertEquals(List.of(), actions(plan(example.desired(), machine)));
        });
    }

    @Test
    void keeps_its_hands_off_what_is_not_declared() {
        forEveryCase(example -> {
            var machine = perform(example.live(), actions(plan(example.desired(), example.live())));
            var declared = example.desired().stream().map(Keyed::key).collect(Collectors.toSet());
            assertEquals(without(example.live(), declared), without(machine, declared));
        });
    }

    @Test
    void what_is_not_declared_makes_no_difference() {
        forEveryCase(example -> {
            var declared = example.desired().stream().map(Keyed::key).collect(Collectors.toSet());
            var narrowed = example.live().stream()
                    .filter(thing -> declared.contains(thing.key()))
                    .toList();
            assertEquals(plan(example.desired(), example.live()), plan(example.desired(), narrowed));
        });
    }

    @Test
    void is_deterministic_and_free_of_order() {
        forEveryCase(example -> {
            var desired = new ArrayList<>(example.desired());
            var live = new ArrayList<>(example.live());
            Collections.shuffle(desired, new Random(7));
            Collections.shuffle(live, new Random(8));
            assertEquals(plan(example.desired(), example.live()), plan(desired, live));
        });
    }

    @Test
    void adopt_is_silent() {
        forEveryCase(example -> {
            var adopted = example.live().stream().map(kind()::adopt).toList();
            assertEquals(List.of(), actions(plan(adopted, example.live())));
        });
    }

    @Test
    void the_first_wish_is_silent() {
        forEveryCase(example -> {
            var wishes = example.live().stream()
                    .map(kind()::firstWish)
                    .flatMap(Optional::stream)
                    .toList();
            assertEquals(List.of(), actions(plan(wishes, example.live())));
        });
    }

    @Test
    void once_everything_is_adopted_nothing_is_left_to_do() {
        forEveryCase(example -> {
            var adoption = new Adoption<>(kind());
            var wishes = example.desired().stream()
                    .flatMap(wish -> find(example.live(), wish.key()).map(seen -> adoption.of(wish, seen)).stream())
                    .toList();
            assertEquals(List.of(), actions(plan(wishes, example.live())));
            assertEquals(
                    wishes.stream().map(Keyed::key).toList(),
                    example.desired().stream()
                            .map(Keyed::key)
                            .filter(key -> find(example.live(), key).isPresent())
                            .toList());
        });
    }

    @Test
    void a_wish_that_is_met_is_adopted_as_it_is() {
        forEveryCase(example -> {
            for (D wish : example.desired()) {
                find(example.live(), wish.key())
                        .filter(seen -> plan(List.of(wish), List.of(seen)).isEmpty() && agrees(wish, Optional.of(seen)))
                        .ifPresent(seen -> assertEquals(
                                List.of(), plan(List.of(new Adoption<>(kind()).of(wish, seen)), List.of(seen))));
            }
        });
    }

    /** Whether undo brings back all of a thing that {@code live/} tells of it, be it that something else is lost. */
    protected boolean bringsBackWhatTwinSees(A action) {
        return action.undo() == Action.Undo.EXACT;
    }

    @Test
    void undo_brings_back_what_was_there() {
        forEveryCase(example -> {
            var actions = actions(plan(example.desired(), example.live()));
            var changed = perform(example.live(), actions);
            var reversible = example.live().stream()
                    .filter(thing -> actions.stream()
                            .filter(action -> action.key().equals(thing.key()))
                            .allMatch(this::bringsBackWhatTwinSees))
                    .toList();
            var back = reversible.stream().map(kind()::adopt).toList();
            var undone = perform(changed, actions(plan(back, changed)));
            for (L thing : reversible) {
                assertEquals(Optional.of(thing), find(undone, thing.key()));
            }
        });
    }

    @Test
    void undo_takes_away_what_was_made() {
        forEveryCase(example -> {
            var actions = actions(plan(example.desired(), example.live()));
            var changed = perform(example.live(), actions);
            var made = actions.stream()
                    .map(Keyed::key)
                    .filter(key -> find(example.live(), key).isEmpty())
                    .distinct()
                    .toList();
            var back =
                    made.stream().map(kind()::absent).flatMap(Optional::stream).toList();
            var steps = plan(back, changed);
            var undone = perform(changed, actions(steps));
            for (D wish : back) {
                assertTrue(
                        unreached(steps).contains(wish.key())
                                || kind().fulfils(find(undone, wish.key()), Optional.empty()),
                        () -> find(undone, wish.key()) + " is left of " + actions);
            }
        });
    }

    @Test
    void round_trip_of_wishes() {
        roundTrip(kind().desired(), wish());
    }

    @Test
    void round_trip_of_what_is_seen() {
        roundTrip(kind().live(), seen());
    }

    @Test
    void round_trip_of_actions() {
        roundTrip(kind().action(), action());
    }

    @Test
    void every_prefix_resumes() {
        forEveryCase(example -> {
            var actions = actions(plan(example.desired(), example.live()));
            var undisturbed = perform(example.live(), actions);
            for (int done = 0; done <= actions.size(); done++) {
                var stopped = perform(example.live(), actions.subList(0, done));
                var resumed = perform(stopped, actions(plan(example.desired(), stopped)));
                assertEquals(undisturbed, resumed, "stopped after " + done + " of " + actions);
            }
        });
    }

    @Test
    void nothing_is_planned_on_what_was_not_seen() {
        Property.forAll(anyWishes(), desired -> {
            var steps = kind().plan(desired, new Observation.Unavailable<>("no such tool"));
            assertEquals(List.of(), actions(steps));
            assertEquals(
                    desired.stream().map(Keyed::key).collect(Collectors.toSet()),
                    unreached(steps),
                    "each must be blocked");
        });
    }

    private void forEveryCase(Consumer<Case<D, L>> law) {
        Property.forAll(cases(), law);
    }

    private static <T> void roundTrip(Shape<T> shape, Arbitrary<T> values) {
        Property.forAll(values, value -> assertEquals(new Reading.Value<>(value), shape.read(shape.write(value))));
    }

    private List<Step<A>> plan(List<D> desired, List<L> live) {
        return kind().plan(desired, new Observation.Seen<>(live));
    }

    private List<A> actions(List<Step<A>> steps) {
        var actions = new ArrayList<A>();
        for (Step<A> step : steps) {
            if (step instanceof Step.Do<A>(var action, var _)) {
                actions.add(action);
            }
        }
        return actions;
    }

    private Set<String> unreached(List<Step<A>> steps) {
        return steps.stream().flatMap(KindLaws::unreached).collect(Collectors.toSet());
    }

    private static <A extends Action> Stream<String> unreached(Step<A> step) {
        return switch (step) {
            case Step.Do<A>(var _, var _) -> Stream.empty();
            case Step.Blocked<A>(var key, var _) -> Stream.of(key);
            case Step.Later<A>(var key, var _) -> Stream.of(key);
        };
    }

    private List<L> perform(List<L> live, List<A> actions) {
        var machine = new ArrayList<>(live);
        for (A action : actions) {
            var after = kind().after(find(machine, action.key()), action);
            machine.removeIf(thing -> thing.key().equals(action.key()));
            after.ifPresent(machine::add);
        }
        machine.sort(Comparator.comparing(Keyed::key));
        return machine;
    }

    private Optional<L> find(List<L> live, String key) {
        return live.stream().filter(thing -> thing.key().equals(key)).findFirst();
    }

    private List<L> without(List<L> live, Set<String> keys) {
        return live.stream()
                .filter(thing -> !keys.contains(thing.key()))
                .sorted(Comparator.comparing(Keyed::key))
                .toList();
    }
}
