package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backend that hands everything on to another one, but for what it does itself. */
public interface Relay<L extends Keyed, A extends Action> extends Backend<L, A> {

    /** The other one. */
    Backend<L, A> backend();

    @Override
    default boolean isPersonal() {
        return backend().isPersonal();
    }

    @Override
    default Observation<L> observe(Scope scope) {
        return backend().observe(scope);
    }

    @Override
    default Map<String, Forecast> forecast(List<A> actions) {
        return backend().forecast(actions);
    }

    @Override
    default Optional<String> obstacle(A action) {
        return backend().obstacle(action);
    }

    @Override
    default List<List<A>> transactions(List<A> actions) {
        return backend().transactions(actions);
    }

    @Override
    default Attempt mend(List<A> cutOff, Progress progress) {
        return backend().mend(cutOff, progress);
    }

    @Override
    default Attempt renew(List<A> waiting, Progress progress) {
        return backend().renew(waiting, progress);
    }

    @Override
    default Attempt apply(List<A> transaction, Progress progress) {
        return backend().apply(transaction, progress);
    }

    @Override
    default Attempt keep(List<A> transaction) {
        return backend().keep(transaction);
    }

    @Override
    default Attempt takeBack(List<A> transaction) {
        return backend().takeBack(transaction);
    }
}
