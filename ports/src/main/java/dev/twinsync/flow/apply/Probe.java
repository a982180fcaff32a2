package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what came of a transaction that was cut off: each thing is as it was before, or as after some of the actions. The
 * actions that are done are recorded as done; of the others nothing is recorded.
 */
final class Probe<D extends Keyed, L extends Keyed, A extends Action> {

    private final Section<D, L, A> transaction;
    private final Backend<L, A> backend;
    private final Ledger ledger;
    private final List<String> unclear = new ArrayList<>();

    Probe(Section<D, L, A> transaction, Backend<L, A> backend, Ledger ledger) {
        this.transaction = transaction;
        this.backend = backend;
        this.ledger = ledger;
    }

    /** What the things of the transaction are now; nothing where something is unclear. */
    Former<D, L, A> probe() {
        ledger.begin();
        var actions = transaction.actions().stream().map(PlannedAction::action).toList();
        var things = new LinkedHashMap<String, Optional<L>>();
        var mended = backend.mend(actions, ledger.told(transaction.plugin()));
        if (mended instanceof Attempt.Refused(var reason)) {
            unclear.add(transaction.plugin() + ": " + reason);
        } else {
            switch (backend.observe(actions, Set.of())) {
                case Observation.Unavailable<L>(var reason) -> unclear.add(transaction.plugin() + ": " + reason);
                case Observation.Seen<L> seen ->
                    byKey().forEach((key, steps) -> {
                        probe(key, steps, seen);
                        things.put(key, seen.find(key));
                    });
            }
        }
        return new Former<>(transaction.plugin(), transaction.kind(), things);
    }

    /** What a person has to look at, each in a sentence: things that are neither what they were nor what they should be. */
    List<String> unclear() {
        return List.copyOf(unclear);
    }

    private void probe(String key, List<PlannedAction<L, A>> steps, Observation.Seen<L> seen) {
        var found = seen.find(key);
        if (seen.gapOver(key).isPresent()) {
            unclear.add(transaction.plugin() + "/" + key + " was being changed, and cannot be seen: "
                    + seen.gapOver(key).get().reason());
            return;
        }
        int done = done(steps, found);
        if (done < 0) {
            unclear.add(sentence(key, found));
        }
        steps.stream().limit(Math.max(done, 0)).forEach(step -> settle(step.action(), new Outcome.Done(), found));
        if (done == 0) {
            wholeTransactionTakenBack()
                    .ifPresent(outcome -> steps.forEach(step -> settle(step.action(), outcome, found)));
        }
    }

    /** What was taken back was so as a whole, though it was cut off before all of it was written down. */
    private Optional<Outcome> wholeTransactionTakenBack() {
        return ledger.whyTakenBack(OpenRun.ids(transaction)).map(Outcome.TakenBack::new);
    }

    private Map<String, List<PlannedAction<L, A>>> byKey() {
        Map<String, List<PlannedAction<L, A>>> byKey = new LinkedHashMap<>();
        transaction
                .actions()
                .forEach(planned -> byKey.computeIfAbsent(planned.action().key(), _ -> new ArrayList<>())
                        .add(planned));
        return byKey;
    }

    /** How many of these steps of one thing are done; below 0: it is nothing that twin knows. */
    private int done(List<PlannedAction<L, A>> steps, Optional<L> found) {
        var kind = transaction.kind();
        var states = new ArrayList<Optional<L>>();
        states.add(steps.getFirst().seen());
        for (PlannedAction<L, A> step : steps) {
            states.add(kind.after(states.getLast(), step.action()));
        }
        if (found.equals(states.getFirst())) {
            return 0;
        }
        for (int done = steps.size(); done > 0; done--) {
            if (kind.fulfils(states.get(done), found)) {
                return done;
            }
        }
        return kind.fulfils(states.getFirst(), found) ? 0 : -1;
    }

    private void settle(A action, Outcome outcome, Optional<L> found) {
        var id = transaction.id(action);
        if (!ledger.knows(id)) {
            ledger.record(
                    id,
                    outcome,
                    Optional.of(Former.ofOne(transaction.plugin(), transaction.kind(), action.key(), found)));
        }
    }

    private String sentence(String key, Optional<L> found) {
        return transaction.plugin() + "/" + key
                + " was being changed, and is neither what it was nor what it should be: "
                + found.map(thing -> transaction.kind().live().write(thing).inline())
                        .orElse("absent");
    }
}
