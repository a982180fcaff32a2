package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A kind and what acts for it, spoken with in trees. */
public record Hosted<L extends Keyed, A extends Action>(Kind<?, L, A> kind, Backend<L, A> backend) {

    /** The actions that the trees are, which can only be this kind's. */
    Reading<List<A>> read(List<Tree> actions) {
        return Reading.all(actions.stream().map(kind.action()::read).toList());
    }

    Reply observe(Scope scope) {
        return new Reply.Observed(FragmentShapes.live(kind).write(backend.observe(scope)));
    }

    Reply foresee(List<A> actions) {
        return new Reply.Foreseen(new TreeMap<>(backend.forecast(actions)));
    }

    Reply group(List<A> actions) {
        return new Reply.Grouped(backend.transactions(actions).stream()
                .map(transaction ->
                        transaction.stream().map(kind.action()::write).toList())
                .toList());
    }

    /** What whoever works here must not even try, by key. */
    Reply obstacles(List<A> actions) {
        var reasons = new TreeMap<String, String>();
        actions.forEach(
                action -> backend.obstacle(action).ifPresent(reason -> reasons.putIfAbsent(action.key(), reason)));
        return new Reply.Hindered(reasons);
    }

    /** Why no planner would ever have come to these: nothing is decided on what was not seen. */
    Optional<String> unseen(List<A> actions) {
        return switch (backend.observe(actions, Set.of())) {
            case Observation.Unavailable<L>(var reason) -> Optional.of(reason);
            case Observation.Seen<L> seen ->
                actions.stream()
                        .flatMap(action -> seen.gapOver(action.key()).stream())
                        .map(Gap::reason)
                        .findFirst();
        };
    }

    Reply apply(List<A> actions, Progress progress) {
        return inWords(backend.apply(actions, progress));
    }

    Reply mend(List<A> actions, Progress progress) {
        return inWords(backend.mend(actions, progress));
    }

    Reply renew(List<A> actions, Progress progress) {
        return inWords(backend.renew(actions, progress));
    }

    Reply keep(List<A> actions) {
        return inWords(backend.keep(actions));
    }

    Reply takeBack(List<A> actions) {
        return inWords(backend.takeBack(actions));
    }

    private static Reply inWords(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Ran() -> new Reply.Ran();
            case Attempt.OnProbation(var left, var sign) -> new Reply.OnProbation(left.toMillis(), sign);
            case Attempt.TakenBack(var why) -> new Reply.TakenBack(why);
            case Attempt.Refused(var reason) -> new Reply.Refused(reason);
            case Attempt.Unfinished(var reason) -> new Reply.Unfinished(reason);
        };
    }
}
