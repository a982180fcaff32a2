package dev.twinsync.port;

import java.time.Duration;
import java.util.List;

/** Decides whether what is on probation, and is as it was foretold, is to be kept. */
@FunctionalInterface
public interface Probation {

    /** Returns before the time is over. */
    Verdict of(Trial trial);

    /**
     * What is on probation.
     *
     * @param actions their ids, at least one
     * @param sign what speaks for it: {@code 10.77.0.1 answers}; empty: nothing that twin knows
     * @param left how long from now until the component takes it back by itself
     */
    record Trial(List<String> actions, String sign, Duration left) {
        public Trial {
            actions = List.copyOf(actions);
        }
    }

    sealed interface Verdict {

        record Keep() implements Verdict {}

        /** @param why a sentence for the user */
        record TakeBack(String why) implements Verdict {}
    }

    /** That it is as it was foretold, and what the component says for it, is enough: nobody is asked. */
    Probation UNASKED = _ -> new Verdict.Keep();
}
