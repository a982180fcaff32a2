package dev.twinsync.flow.twin;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Stretches;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does as the user who runs twin what that user may do, and lets root do the rest. */
public record TwoHanded<L extends Keyed, A extends Action>(Backend<L, A> own, Backend<L, A> root)
        implements Backend<L, A> {

    private Backend<L, A> whoDoes(A action) {
        return own.obstacle(action).isEmpty() ? own : root;
    }

    /** Root sees whatever this user sees. */
    @Override
    public Observation<L> observe(Scope scope) {
        return own.discreet(root.observe(scope));
    }

    /** Who will look after the actions were done must have looked before. */
    @Override
    public Observation<L> observe(List<A> actions, Set<String> also) {
        return own.discreet(whoDoes(actions.getFirst()).observe(actions, also));
    }

    @Override
    public Map<String, Forecast> forecast(List<A> actions) {
        return own.forecast(actions);
    }

    /** In the order of the actions; one transaction is one user's. */
    @Override
    public List<List<A>> transactions(List<A> actions) {
        return Stretches.of(actions, (one, next) -> whoDoes(one) == whoDoes(next)).stream()
                .flatMap(stretch -> whoDoes(stretch.getFirst()).transactions(stretch).stream())
                .toList();
    }

    @Override
    public Attempt mend(List<A> cutOff, Progress progress) {
        return whoDoes(cutOff.getFirst()).mend(cutOff, progress);
    }

    @Override
    public Attempt renew(List<A> waiting, Progress progress) {
        return whoDoes(waiting.getFirst()).renew(waiting, progress);
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        return whoDoes(transaction.getFirst()).apply(transaction, progress);
    }

    @Override
    public Attempt keep(List<A> transaction) {
        return whoDoes(transaction.getFirst()).keep(transaction);
    }

    @Override
    public Attempt takeBack(List<A> transaction) {
        return whoDoes(transaction.getFirst()).takeBack(transaction);
    }
}
