package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every backend promises. The simulated one and the real one pass the same tests: the real one on the lab machine,
 * where the test is tagged {@code lab}.
 */
public abstract class BackendContract<D extends Keyed, L extends Keyed, A extends Action> {

    protected abstract Kind<D, L, A> kind();

    protected abstract Backend<L, A> backend();

    /** Wishes that are not met at the start, can be met on this machine, and cover every operation that it can do. */
    protected abstract List<List<D>> journey();

    @Test
    void two_looks_at_an_unchanged_machine_are_equal() {
        assertEquals(look(Set.of()), look(Set.of()));
    }

    @Test
    void a_look_at_some_keys_sees_just_these() {
        var first = journey().getFirst().getFirst().key();
        var all = look(Set.of(first));
        var some = all.live().stream().map(Keyed::key).limit(3).collect(Collectors.toSet());
        some.add(first);
        var seen = assertInstanceOf(Seen.class, backend().observe(new Scope.Only(some)));
        assertEquals(
                all.live().stream().filter(thing -> some.contains(thing.key())).toList(), seen.live());
        assertEquals(seen, backend().observe(new Scope.Glance(some)), "a glance sees the same");
    }

    @Test
    void a_key_that_is_not_there_is_left_out() {
        var seen = assertInstanceOf(Seen.class, backend().observe(new Scope.Only(Set.of())));
        assertEquals(List.of(), seen.live());
    }

    @Test
    void each_action_does_what_the_kind_foretells_and_the_next_plan_is_empty() {
        int actions = 0;
        for (List<D> wishes : journey()) {
            var planned = actions(wishes);
            actions += planned.size();
            var before = look(keys(wishes));
            for (List<A> transaction : backend().transactions(planned)) {
                assertEquals(new Attempt.Ran(), done(backend(), transaction), transaction::toString);
            }
            var found = look(keys(wishes));
            for (String key : planned.stream().map(Keyed::key).collect(Collectors.toSet())) {
                var expected = foretold(before.find(key), planned, key);
                assertTrue(
                        kind().fulfils(expected, found.find(key)),
                        () -> "expected " + expected + ", found " + found.find(key));
            }
            assertEquals(List.of(), actions(wishes), "a second plan has nothing to do");
        }
        assertTrue(actions >= journey().size(), "the journey goes nowhere");
    }

    @Test
    void what_is_foretold_to_come_along_comes_and_what_leads_to_a_thing_goes_again_after_it() {
        for (List<D> wishes : journey()) {
            var planned = actions(wishes);
            var along = comingAlong(planned);
            assertEquals(
                    List.of(),
                    look(along).live().stream()
                            .map(Keyed::key)
                            .filter(along::contains)
                            .toList());
            perform(planned);
            assertEquals(along, keysSeen(along));
            var before = Stream.concat(along.stream(), planned.stream().map(Keyed::key))
                    .filter(key -> along.stream()
                            .anyMatch(folder ->
                                    folder.equals(key) || kind().wayTo(key).contains(folder)))
                    .flatMap(key -> kind().absent(key).stream())
                    .toList();
            perform(actions(before).reversed());
            assertEquals(Set.of(), keysSeen(along));
            perform(actions(wishes));
        }
    }

    private void perform(List<A> planned) {
        backend()
                .transactions(planned)
                .forEach(transaction ->
                        assertEquals(new Attempt.Ran(), done(backend(), transaction), transaction::toString));
    }

    /** Nothing where the kind has no things that lead to others. */
    private Set<String> comingAlong(List<A> planned) {
        var along = new HashSet<String>();
        var forecasts = backend().forecast(planned);
        for (A action : planned) {
            if (forecasts.getOrDefault(action.key(), Forecast.NOTHING_ELSE)
                    instanceof Forecast.Effects(var adds, var _)) {
                adds.stream()
                        .filter(key -> kind().wayTo(action.key()).contains(key))
                        .forEach(along::add);
            }
        }
        return along;
    }

    private Set<String> keysSeen(Set<String> keys) {
        var seen = assertInstanceOf(Seen.class, backend().observe(new Scope.Only(keys)));
        return keys.stream().filter(key -> seen.find(key).isPresent()).collect(Collectors.toSet());
    }

    /** What is on probation is kept. */
    private Attempt done(Backend<L, A> backend, List<A> transaction) {
        var attempt = backend.apply(transaction, Progress.SILENT);
        return attempt instanceof Attempt.OnProbation ? backend.keep(transaction) : attempt;
    }

    private Optional<L> foretold(Optional<L> seen, List<A> planned, String key) {
        var state = seen;
        for (A action : planned) {
            state = action.key().equals(key) ? kind().after(state, action) : state;
        }
        return state;
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    protected Seen<L> look(Set<String> declared) {
        return (Seen<L>) assertInstanceOf(Seen.class, backend().observe(new Scope.Everything(declared)));
    }

    private List<A> actions(List<D> wishes) {
        var actions = new ArrayList<A>();
        for (Step<A> step : kind().plan(wishes, look(keys(wishes)))) {
            if (step instanceof Step.Do<A>(var action, var _)) {
                actions.add(action);
            }
        }
        return actions;
    }

    private Set<String> keys(List<D> wishes) {
        return wishes.stream().map(Keyed::key).collect(Collectors.toSet());
    }
}
