package dev.twinsync.port;

import java.time.Duration;
import java.util.function.Supplier;

/** What came of trying. {@code Ran} is no proof of success: the next observation is. */
public sealed interface Attempt {

    /** The next one, unless this one was refused, taken back or not finished. */
    default Attempt then(Supplier<? extends Attempt> next) {
        return switch (this) {
            case Ran _, OnProbation _ -> next.get();
            case Refused _, TakenBack _, Unfinished _ -> this;
        };
    }

    record Ran() implements Attempt {}

    /**
     * As {@link Ran}, and the component takes it back by itself, also where twin is gone by then, unless {@link Backend#keep} is
     * called in time.
     *
     * @param left how long from now
     * @param sign what speaks for it, for the person who is asked: {@code 10.77.0.1 answers}; empty: nothing that twin knows
     */
    record OnProbation(Duration left, String sign) implements Attempt {}

    /**
     * It was done, and the component found by itself that it must not stay, and brought back what was there before.
     *
     * @param why a sentence for the user: {@code 10.77.0.1 does not answer any more}
     */
    record TakenBack(String why) implements Attempt {}

    /** @param reason a sentence for the user, with the remedy where twin knows one; never a secret */
    record Refused(String reason) implements Attempt {}

    /**
     * What was to be done is done as far as a look can tell, and what has to follow on it is not, which no look tells: so it has
     * not succeeded, whatever is found.
     *
     * @param reason as that of {@link Refused}
     */
    record Unfinished(String reason) implements Attempt {}
}
