package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A simulated machine that breaks in the middle of a transaction, once. */
public final class Breakable<D extends Keyed, L extends Keyed, A extends Action> extends Simulated<D, L, A> {

    /** What happens instead of going on; it throws, or names the reason of a refusal. */
    @FunctionalInterface
    public interface Break {
        String strike();
    }

    private final boolean allAtOnce;
    private Optional<Break> expected = Optional.empty();
    private int left;
    private final List<A> done = new ArrayList<>();

    /** @param allAtOnce whether all actions are one transaction, as with apt */
    public Breakable(Kind<D, L, A> kind, List<L> live, boolean allAtOnce) {
        super(kind, live);
        this.allAtOnce = allAtOnce;
    }

    /** @param actions how many more are done before it breaks */
    public void breakAfter(int actions, Break how) {
        expected = Optional.of(how);
        left = actions;
    }

    /** Every action that was done, in order. */
    public List<A> done() {
        return List.copyOf(done);
    }

    @Override
    public List<List<A>> transactions(List<A> actions) {
        return allAtOnce && !actions.isEmpty() ? List.of(List.copyOf(actions)) : super.transactions(actions);
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        for (A action : transaction) {
            if (expected.isPresent() && left-- == 0) {
                var how = expected.get();
                expected = Optional.empty();
                return new Attempt.Refused(how.strike());
            }
            super.apply(List.of(action), progress);
            done.add(action);
        }
        return new Attempt.Ran();
    }
}
