package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.flow.twin.Trials;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Probation.Trial;
import dev.twinsync.port.Probation.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What becomes of a transaction that its component takes back by itself. It is kept only where all of it is as foretold and it
 * is confirmed in time. Otherwise it is taken back, which is believed only after a look.
 */
final class OnTrial<D extends Keyed, L extends Keyed, A extends Action> {

    /** How long after its time a component may still be busy with taking it back. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration MOMENT = Duration.ofMillis(500);

    private final List<A> due;
    private final Judgement<D, L, A> judgement;
    private final Backend<L, A> backend;
    private final Supplier<Observation<L>> look;
    private final Trials trials;

    OnTrial(
            List<A> due,
            Judgement<D, L, A> judgement,
            Backend<L, A> backend,
            Supplier<Observation<L>> look,
            Trials trials) {
        this.due = due;
        this.judgement = judgement;
        this.backend = backend;
        this.look = look;
        this.trials = trials;
    }

    /**
     * How it ended.
     *
     * @param found what the last look gave
     */
    record End<L extends Keyed, A extends Action>(Observation<L> found, Function<A, Outcome> outcomes) {}

    /** @param ids those of the actions */
    End<L, A> decide(Attempt.OnProbation attempt, List<String> ids) {
        var end = trials.ticker().now().plus(attempt.left());
        var fault = judgement.fault(look.get());
        if (fault.isPresent()) {
            return takeBack(fault.get(), end);
        }
        var trial = new Trial(ids, attempt.sign(), end.minus(trials.ticker().now()));
        return switch (trials.probation().of(trial)) {
            case Verdict.Keep() -> keep(end);
            case Verdict.TakeBack(var why) -> takeBack(why, end);
        };
    }

    private End<L, A> keep(Duration end) {
        return switch (backend.keep(due)) {
            case Attempt.Ran kept -> {
                var found = look.get();
                yield new End<>(found, action -> judgement.of(action, kept, found));
            }
            case Attempt.Refused(var reason) -> takeBack("it could not be kept: " + reason, end);
            case Attempt.TakenBack(var reason) -> takeBack("it could not be kept: " + reason, end);
            case Attempt.Unfinished(var reason) -> takeBack("it could not be kept: " + reason, end);
            case Attempt.OnProbation _ -> takeBack("it could not be kept: it is still on probation", end);
        };
    }

    private End<L, A> takeBack(String why, Duration end) {
        var attempt = backend.takeBack(due);
        var found = look.get();
        if (attempt instanceof Attempt.Refused && judgement.difference(found).isPresent()) {
            found = lookAfter(end);
        }
        var outcome = judgement.takenBack(why, obstacle(attempt), found);
        return new End<>(found, _ -> outcome);
    }

    private static Optional<String> obstacle(Attempt attempt) {
        return attempt instanceof Attempt.Refused(var reason) ? Optional.of(reason) : Optional.empty();
    }

    /** By then the component has taken it back by itself, or never will. */
    private Observation<L> lookAfter(Duration end) {
        trials.ticker().pause(end.minus(trials.ticker().now()));
        var found = look.get();
        var limit = end.plus(GRACE);
        while (judgement.difference(found).isPresent() && trials.ticker().now().compareTo(limit) < 0) {
            trials.ticker().pause(MOMENT);
            found = look.get();
        }
        return found;
    }
}
