package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.port.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what is found after a transaction with what was foretold of it, and with what was there before. */
final class Judgement<D extends Keyed, L extends Keyed, A extends Action> {

    private final Kind<D, L, A> kind;
    private final List<A> due;
    private final Former<D, L, A> before;
    private final Map<String, Optional<L>> expected = new HashMap<>();

    /** @param before what everything was that the actions are about or bring along */
    Judgement(List<A> due, Former<D, L, A> before) {
        this.kind = before.kind();
        this.due = due;
        this.before = before;
        for (A action : due) {
            expected.put(action.key(), kind.after(expected.getOrDefault(action.key(), was(action)), action));
        }
    }

    private Optional<L> was(A action) {
        return before.things().getOrDefault(action.key(), Optional.empty());
    }

    /** How the action ended, by what is found. */
    Outcome of(A action, Attempt attempt, Observation<L> found) {
        return switch (found) {
            case Observation.Unavailable<L>(var reason) -> unseen(attempt, reason);
            case Observation.Seen<L> seen ->
                seen.gapOver(action.key()).isPresent()
                        ? unseen(attempt, seen.gapOver(action.key()).get().reason())
                        : of(action, attempt, seen);
        };
    }

    /**
     * How it ended where all of it was to be brought back.
     *
     * @param obstacle what the component said against it; empty: nothing
     */
    Outcome takenBack(String why, Optional<String> obstacle, Observation<L> found) {
        return difference(found)
                .<Outcome>map(what -> new Outcome.Failed(why + "; it was not taken back: "
                        + obstacle.map(words -> words + "; ").orElse("") + what))
                .orElseGet(() -> new Outcome.TakenBack(why));
    }

    /** What was refused is not done, and who does not answer any more refuses and sees nothing for one and the same reason. */
    private static Outcome unseen(Attempt attempt, String unseen) {
        return new Outcome.Failed(
                switch (attempt) {
                    case Attempt.Ran(), Attempt.OnProbation(var _, var _) -> "done, but it cannot be seen: " + unseen;
                    case Attempt.TakenBack(var why) -> why + "; whether it was taken back cannot be seen: " + unseen;
                    case Attempt.Refused(var reason) ->
                        unseen.startsWith(reason) ? unseen : reason + "; what came of it cannot be seen: " + unseen;
                    case Attempt.Unfinished(var reason) -> reason + "; and it cannot be seen: " + unseen;
                });
    }

    private Outcome of(A action, Attempt attempt, Observation.Seen<L> seen) {
        var found = seen.find(action.key());
        boolean asForetold = kind.fulfils(expected.get(action.key()), found);
        boolean changed = !was(action).equals(found);
        return switch (attempt) {
            case Attempt.Ran(), Attempt.OnProbation(var _, var _) ->
                asForetold
                        ? new Outcome.Done()
                        : new Outcome.Failed("the tool reported success, but what is there is " + words(found));
            case Attempt.TakenBack(var why) -> takenBack(why, Optional.empty(), seen);
            case Attempt.Refused(var reason) -> asForetold && changed ? new Outcome.Done() : new Outcome.Failed(reason);
            case Attempt.Unfinished(var reason) -> new Outcome.Failed(reason);
        };
    }

    /** What speaks against calling all of it done; empty: nothing. All actions are told of it, so it says whose it is. */
    Optional<String> fault(Observation<L> found) {
        return due.stream()
                .flatMap(action -> of(action, new Attempt.Ran(), found)
                        .explanation()
                        .map(words -> due.size() == 1 ? words : action.key() + ": " + words)
                        .stream())
                .findFirst();
    }

    /** What is not, or cannot be seen to be, what it was before, in words; empty: everything is. */
    Optional<String> difference(Observation<L> found) {
        return switch (found) {
            case Observation.Unavailable<L>(var reason) -> Optional.of("it cannot be seen: " + reason);
            case Observation.Seen<L> seen ->
                before.things().entrySet().stream()
                        .flatMap(entry -> difference(entry.getKey(), entry.getValue(), seen))
                        .findFirst();
        };
    }

    private Stream<String> difference(String key, Optional<L> was, Observation.Seen<L> seen) {
        var gap = seen.gapOver(key);
        if (gap.isPresent()) {
            return Stream.of(key + " cannot be seen: " + gap.get().reason());
        }
        var found = seen.find(key);
        return found.equals(was) || kind.fulfils(was, found)
                ? Stream.empty()
                : Stream.of("what is there is " + words(found));
    }

    String words(Optional<L> found) {
        return found.map(thing -> kind.live().write(thing).inline()).orElse("absent");
    }
}
