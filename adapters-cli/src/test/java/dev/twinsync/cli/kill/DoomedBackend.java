package dev.twinsync.cli.kill;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Relay;
import java.util.List;

/** The process may be killed before and after each action, also within a transaction. */
record DoomedBackend<L extends Keyed, A extends Action>(Backend<L, A> backend, boolean allAtOnce, Doom doom)
        implements Relay<L, A> {

    @Override
    public List<List<A>> transactions(List<A> actions) {
        return allAtOnce && !actions.isEmpty() ? List.of(List.copyOf(actions)) : backend.transactions(actions);
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

    @Override
    public Attempt keep(List<A> transaction) {
        doom.pass();
        var attempt = backend.keep(transaction);
        doom.pass();
        return attempt;
    }
}
