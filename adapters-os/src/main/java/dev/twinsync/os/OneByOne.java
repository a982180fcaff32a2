package dev.twinsync.os;

import dev.twinsync.domain.Action;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.util.List;
import java.util.function.Function;

/** Actions that are done one after the other, up to the first that is refused or not finished. */
public final class OneByOne {

    private OneByOne() {}

    /** @param deed what does one of them */
    public static <A extends Action> Attempt of(List<A> transaction, Progress progress, Function<A, Attempt> deed) {
        int done = 0;
        for (A action : transaction) {
            progress.at(100 * done++ / transaction.size(), action.op() + " " + action.key());
            var attempt = deed.apply(action).then(Attempt.Ran::new);
            if (!attempt.equals(new Attempt.Ran())) {
                return attempt;
            }
        }
        progress.at(100, "done");
        return new Attempt.Ran();
    }
}
