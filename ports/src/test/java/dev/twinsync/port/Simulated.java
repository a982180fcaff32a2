package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine that does exactly what {@link Kind#after} says: one fake for every kind. */
public class Simulated<D extends Keyed, L extends Keyed, A extends Action> implements Backend<L, A> {

    private final Kind<D, L, A> kind;
    private final Map<String, L> machine = new TreeMap<>();
    private Optional<String> failure = Optional.empty();

    public Simulated(Kind<D, L, A> kind, List<L> live) {
        this.kind = kind;
        live.forEach(thing -> machine.put(thing.key(), thing));
    }

    @Override
    public Observation<L> observe(Scope scope) {
        return failure.<Observation<L>>map(Observation.Unavailable::new).orElseGet(() -> see(scope));
    }

    private Observation<L> see(Scope scope) {
        return switch (scope) {
            case Scope.Everything(var _) -> new Observation.Seen<>(List.copyOf(machine.values()));
            case Scope.Some some ->
                new Observation.Seen<>(machine.values().stream()
                        .filter(thing -> some.keys().contains(thing.key()))
                        .toList());
        };
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        for (A action : transaction) {
            kind.after(Optional.ofNullable(machine.get(action.key())), action)
                    .ifPresentOrElse(thing -> machine.put(thing.key(), thing), () -> machine.remove(action.key()));
        }
        progress.at(100, "done");
        return new Attempt.Ran();
    }

    /** Somebody else changes the machine. */
    public void put(L thing) {
        machine.put(thing.key(), thing);
    }

    /** From here on nothing can be seen. */
    public void fail(String reason) {
        failure = Optional.of(reason);
    }

    /** Everything that is there. */
    public List<L> things() {
        return List.copyOf(machine.values());
    }

    /** It becomes again what it was. */
    public void restore(List<L> things) {
        machine.clear();
        things.forEach(this::put);
    }

    public void remove(String key) {
        machine.remove(key);
    }
}
