package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.run.RunRecord.Intended;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Attempts one transaction. Before it, what was seen must still be there; after it, twin looks again, and only what it
 * then finds counts.
 */
final class Deed<D extends Keyed, L extends Keyed, A extends Action> {

    private final Draft<D, L, A> draft;
    private final Kind<D, L, A> kind;
    private final Backend<L, A> backend;
    private final Ledger ledger;
    /** What each thing is known to be by now: first what the plan saw, then what the last action left. */
    private final Map<String, Optional<L>> known = new HashMap<>();

    private final Map<String, Set<String>> effects = new HashMap<>();

    Deed(Draft<D, L, A> draft, Backend<L, A> backend, Ledger ledger) {
        this.draft = draft;
        this.kind = draft.look().plugin().kind();
        this.backend = backend;
        this.ledger = ledger;
        startFrom(draft.section());
    }

    void startFrom(Section<D, L, A> section) {
        section.actions().forEach(planned -> known.put(planned.action().key(), planned.seen()));
        effects.putAll(section.alongside());
    }

    void attempt(List<A> transaction) {
        ledger.begin();
        switch (observe(transaction)) {
            case Observation.Unavailable<L>(var reason) -> recordAll(transaction, new Outcome.Failed(reason));
            case Observation.Seen<L> seen -> attempt(transaction, seen);
        }
    }

    private void attempt(List<A> transaction, Observation.Seen<L> seen) {
        var due = transaction.stream().filter(action -> isDue(action, seen)).toList();
        if (ledger.hasStopped() && !isOwed(due)) {
            recordAll(due, new Outcome.NotAttempted());
        } else if (!due.isEmpty()) {
            intend(due, seen);
        }
    }

    /** Whether the action is still to be done on what is there now; where it is not, its outcome is recorded. */
    private boolean isDue(A action, Observation.Seen<L> seen) {
        var gap = seen.gapOver(action.key());
        var found = seen.find(action.key());
        var expected = known.getOrDefault(action.key(), Optional.empty());
        if (gap.isPresent()) {
            record(action, new Outcome.Failed(gap.get().reason()));
            return false;
        }
        if (found.equals(expected) || isNotice(action)) {
            return true;
        }
        if (kind.fulfils(kind.after(expected, action), found)) {
            known.put(action.key(), found);
            record(action, new Outcome.AlreadyOk(), found);
        } else {
            record(action, new Outcome.Stale("since the plan was made it became " + words(found)));
        }
        return false;
    }

    /**
     * Whether these are done although the run has stopped: a restart whose causes are done. No later plan would know of
     * it, for the changed file is then as it should be.
     */
    boolean isOwed(List<A> transaction) {
        return ledger.fault().isEmpty() && transaction.stream().allMatch(this::isNotice);
    }

    /** A restart changes nothing that can be seen, so nothing that can be seen stands against it. */
    boolean isNotice(A action) {
        return kind.whenNotified(action.key()).filter(action::equals).isPresent();
    }

    private void intend(List<A> due, Observation.Seen<L> before) {
        var former = former(due, before);
        if (ledger.intend(new Intended(draft.section().only(due, before::find), former))) {
            act(due, former);
        } else {
            recordAll(due, new Outcome.NotAttempted());
        }
    }

    private Former<D, L, A> former(List<A> due, Observation.Seen<L> before) {
        var things = new LinkedHashMap<String, Optional<L>>();
        due.forEach(action -> things.put(action.key(), before.find(action.key())));
        alongside(due).stream()
                .filter(key -> before.gapOver(key).isEmpty()) // what could not be seen may have been there
                .forEach(key -> things.putIfAbsent(key, before.find(key)));
        return new Former<>(draft.section().plugin(), kind, things);
    }

    private void act(List<A> due, Former<D, L, A> before) {
        var ids = due.stream().map(draft.section()::id).toList();
        var together = String.join(", ", ids);
        ledger.narration().acting(together, 0, "");
        var judgement = new Judgement<>(due, before);
        var attempt = backend.apply(due, ledger.told(together));
        if (attempt instanceof Attempt.OnProbation onProbation) {
            var end = new OnTrial<>(due, judgement, backend, () -> observe(due), ledger.trials())
                    .decide(onProbation, ids);
            due.forEach(action -> record(action, end.outcomes().apply(action), end.found()));
        } else {
            var found = observe(due);
            due.forEach(action -> record(action, judgement.of(action, attempt, found), found));
        }
    }

    private Observation<L> observe(List<A> actions) {
        return backend.observe(actions, alongside(actions));
    }

    /** The keys of what these actions bring along, or may. */
    private Set<String> alongside(List<A> actions) {
        return actions.stream()
                .flatMap(action -> effects.getOrDefault(draft.section().id(action), Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private void recordAll(List<A> actions, Outcome outcome) {
        actions.forEach(action -> record(action, outcome));
    }

    private void record(A action, Outcome outcome) {
        ledger.record(draft.section().id(action), outcome);
    }

    /** @param found what the last look gave */
    private void record(A action, Outcome outcome, Observation<L> found) {
        switch (found) {
            case Observation.Unavailable<L> _ -> record(action, outcome);
            case Observation.Seen<L> seen -> {
                known.put(action.key(), seen.find(action.key()));
                record(action, outcome, seen.find(action.key()));
            }
        }
    }

    private void record(A action, Outcome outcome, Optional<L> found) {
        ledger.record(
                draft.section().id(action),
                outcome,
                Optional.of(Former.ofOne(draft.section().plugin(), kind, action.key(), found)));
    }

    private String words(Optional<L> found) {
        return found.map(thing -> kind.live().write(thing).inline()).orElse("absent");
    }
}
