package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Action.Stage;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.run.Leeway;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out one plugin's part of a plan, stage by stage. What the ledger knows already is not done again. */
final class Round<D extends Keyed, L extends Keyed, A extends Action> {

    private final Draft<D, L, A> draft;
    private final Backend<L, A> backend;
    private final Ledger ledger;
    private final Set<String> notThere;
    private final Leeway leeway;
    private final Deed<D, L, A> deed;

    /**
     * @param notThere the keys of what is wished for and was not there when the plan was checked
     * @param leeway how much of what nobody has seen is accepted
     */
    Round(Draft<D, L, A> draft, Backend<L, A> backend, Ledger ledger, Set<String> notThere, Leeway leeway) {
        this.draft = draft;
        this.backend = backend;
        this.ledger = ledger;
        this.notThere = notThere;
        this.leeway = leeway;
        this.deed = new Deed<>(draft, backend, ledger);
    }

    void perform(Stage stage) {
        var actions = draft.section().actions().stream()
                .filter(planned -> planned.action().stage() == stage)
                .toList();
        if (stage == Stage.REMOVALS) {
            perform(actions.reversed());
        } else if (stage == draft.section().kind().stage()) {
            performMain(actions);
        } else {
            perform(actions);
        }
    }

    private void performMain(List<PlannedAction<L, A>> actions) {
        if (ledger.hasStopped()) {
            draft.section().later().stream()
                    .map(step -> laterId(step.key()))
                    .filter(id -> !ledger.knows(id))
                    .forEach(id -> ledger.record(id, new Outcome.NotAttempted()));
        }
        perform(mayHaveBeenBrought() && !ledger.hasStopped() ? plannedAgain(actions, notThere) : actions);
    }

    /** Whether something waits, or something else was done before. */
    private boolean mayHaveBeenBrought() {
        var section = draft.section();
        return !notThere.isEmpty() && !(section.later().isEmpty() && ledger.knowsOnly(section.plugin()));
    }

    /**
     * Earlier stages may have brought what was not there when the plan was made, wanted or not: a package brings its
     * service, its script starts it, a configuration file comes along. Those things are planned again on what is there now.
     */
    private List<PlannedAction<L, A>> plannedAgain(List<PlannedAction<L, A>> actions, Set<String> keys) {
        var looked = draft.look().again(keys).draft();
        var why = renewed(looked);
        var again = looked.foreseen().givingUpOnLater();
        again.section().blocked().stream()
                .filter(step -> !draft.section().blocked().contains(step)) // that was shown, and nothing waited for it
                .forEach(step -> ledger.record(laterId(step.key()), new Outcome.Skipped(step.reason() + why)));
        var stands = actions.stream()
                .collect(Collectors.partitioningBy(
                        planned -> !keys.contains(planned.action().key()) || deed.isNotice(planned.action())));
        recordSettled(stands.get(false), again.section());
        deed.startFrom(again.section());
        var due = Stream.concat(approved(again).stream(), stands.get(true).stream())
                .toList();
        ledger.decide(decided(due));
        return due;
    }

    /** What waits may be known once its component has fetched anew what it knows by; behind a reason: why that could not be had. */
    private String renewed(Draft<D, L, A> looked) {
        var waits = draft.section().later().stream().map(Step.Later::key).collect(Collectors.toSet());
        var waiting = looked.section().actions().stream()
                .map(PlannedAction::action)
                .filter(action -> waits.contains(action.key()))
                .toList();
        return !waiting.isEmpty()
                        && backend.renew(waiting, ledger.told(draft.section().plugin()))
                                instanceof Attempt.Refused(var reason)
                ? "; " + reason
                : "";
    }

    private Section<D, L, A> decided(List<PlannedAction<L, A>> due) {
        var section = draft.section();
        var ofOtherStages = section.actions().stream()
                .filter(planned -> planned.action().stage() != section.kind().stage());
        return new Section<>(
                section.plugin(),
                section.kind(),
                Stream.concat(ofOtherStages, due.stream()).toList(),
                section.blocked(),
                List.of());
    }

    /** What is not to be done any more in this way, and is not blocked, is settled. */
    private void recordSettled(List<PlannedAction<L, A>> actions, Section<D, L, A> again) {
        var ids = again.actions().stream().map(planned -> id(planned.action())).collect(Collectors.toSet());
        var blocked = again.blocked().stream().map(Step.Blocked::key).collect(Collectors.toSet());
        actions.stream()
                .map(PlannedAction::action)
                .filter(action -> !ids.contains(id(action)) && !blocked.contains(action.key()))
                .filter(action -> !ledger.knows(id(action)))
                .forEach(action -> ledger.record(id(action), new Outcome.AlreadyOk()));
    }

    /** Nobody has seen these actions. */
    private List<PlannedAction<L, A>> approved(Draft<D, L, A> again) {
        var covered = again.section().actions().stream().collect(Collectors.partitioningBy(leeway::covers));
        covered.get(false)
                .forEach(planned -> ledger.record(
                        id(planned.action()),
                        new Outcome.Skipped(
                                risk(planned) + ", and not in the plan that was approved; run: twin plan")));
        return covered.get(true);
    }

    private static String risk(PlannedAction<?, ?> planned) {
        return planned.risk() == Action.Risk.DESTRUCTIVE ? "destructive" : "more than harmless";
    }

    private void perform(List<PlannedAction<L, A>> actions) {
        var ready = new ArrayList<A>();
        for (PlannedAction<L, A> planned : actions) {
            var action = planned.action();
            if (!ledger.knows(id(action))) {
                ledger.firstUnmet(planned.requires())
                        .ifPresentOrElse(
                                id -> ledger.record(id(action), new Outcome.Skipped(id + " did not succeed")),
                                () -> ready.add(action));
            }
        }
        for (List<A> transaction : backend.transactions(ready)) {
            if (ledger.hasStopped() && !deed.isOwed(transaction)) {
                transaction.forEach(action -> ledger.record(id(action), new Outcome.NotAttempted()));
            } else {
                deed.attempt(transaction);
            }
        }
    }

    private String id(A action) {
        return draft.section().id(action);
    }

    private String laterId(String key) {
        return draft.section().plugin() + "/later/" + key;
    }
}
