package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Action.Stage;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.PlannedAction;
import java.util.ArrayList;
import java.util.List;

/** Carries out one plugin's part of a plan, stage by stage. */
final class Round<D extends Keyed, L extends Keyed, A extends Action> {

    private final Draft<D, L, A> draft;
    private final Ledger ledger;
    private final Deed<D, L, A> deed;

    Round(Draft<D, L, A> draft, Ledger ledger) {
        this.draft = draft;
        this.ledger = ledger;
        this.deed = new Deed<>(draft, ledger);
    }

    void perform(Stage stage) {
        var actions = draft.section().actions().stream()
                .filter(planned -> planned.action().stage() == stage)
                .toList();
        perform(stage == Stage.REMOVALS ? actions.reversed() : actions);
        if (stage == draft.section().kind().stage()) {
            planAgain();
        }
    }

    private void perform(List<PlannedAction<L, A>> actions) {
        var ready = new ArrayList<A>();
        for (PlannedAction<L, A> planned : actions) {
            var action = planned.action();
            ledger.firstUnmet(planned.requires())
                    .ifPresentOrElse(
                            id -> ledger.record(id(action), new Outcome.Skipped(id + " did not succeed")),
                            () -> ready.add(action));
        }
        for (List<A> transaction : draft.look().plugin().backend().transactions(ready)) {
            if (ledger.hasStopped()) {
                transaction.forEach(action -> ledger.record(id(action), new Outcome.NotAttempted()));
            } else {
                deed.attempt(transaction);
            }
        }
    }

    /** Earlier stages may have brought what was not there, wanted or not: that is planned again now, and done. */
    private void planAgain() {
        if (ledger.hasStopped()) {
            draft.section().later().forEach(step -> ledger.record(laterId(step.key()), new Outcome.NotAttempted()));
            return;
        }
        var keys = draft.toBePlannedAgain();
        if (keys.isEmpty() || ledger.isEmpty()) {
            return;
        }
        var again =
                draft.look().again(keys).draft().foreseen().givingUpOnLater().section();
        again.blocked().forEach(step -> ledger.record(laterId(step.key()), new Outcome.Failed(step.reason())));
        deed.startFrom(again.actions());
        perform(again.actions());
    }

    private String id(A action) {
        return draft.section().id(action);
    }

    private String laterId(String key) {
        return draft.section().plugin() + "/later/" + key;
    }
}
