package dev.twinsync.cli.kill;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process may be killed before and after each action, also within a transaction. */
record DoomedBackend<L extends Keyed, A extends Action>(Backend<L, A> backend, boolean allAtOnce, Doom doom)
        implements Backend<L, A> {

    @Override
    public Observation<L> observe(Scope scope) {
        return backend.observe(scope);
    }

    @Override
    public Map<String, Forecast> forecast(List<A> actions) {
        return backend.forecast(actions);
    }

    @Override
    public Optional<String> obstacle(A action) {
        return backend.obstacle(action);
    }

    @Override
    public List<List<A>> transactions(List<A> actions) {
        return allAtOnce && !actions.isEmpty() ? List.of(List.copyOf(actions)) : backend.transactions(actions);
    }

    @Override
    public Attempt mend(List<A> cutOff, Progress progress) {
        return backend.mend(cutOff, progress);
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        Attempt attempt = new Attempt.Ran();
        for (A action : transaction) {
            doom.pass();
            attempt = backend.apply(List.of(action), progress);
            doom.pass();
            if (attempt instanceof Attempt.Refused) {
                return attempt;
            }
        }
        return attempt;
    }
}
