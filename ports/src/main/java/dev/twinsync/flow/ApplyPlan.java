package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Confirmation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what the saved plan says, if it is still the right plan for this machine and somebody approves of it. */
public final class ApplyPlan {

    private final Twin twin;
    private final Confirmation confirmation;

    public ApplyPlan(Twin twin, Confirmation confirmation) {
        this.twin = twin;
        this.confirmation = confirmation;
    }

    /** How an apply ended. In all cases but {@code Finished} and {@code Unrecorded} nothing was changed. */
    public sealed interface Result {

        /** @param blocked how much there would be to do if it could be done */
        record NothingToDo(long blocked) implements Result {}

        record NoPlan() implements Result {}

        record Unreadable(List<Problem> problems) implements Result {}

        /** The plan was edited, belongs to another machine, or asks for what was not allowed. */
        record Refused(String reason) implements Result {}

        /** The machine or the wish is not what the plan was made on. */
        record Stale(String reason) implements Result {}

        /** This process lacks the right to do some of it. */
        record NotPermitted(List<String> obstacles) implements Result {}

        record Declined() implements Result {}

        record NobodyToAsk() implements Result {}

        /** @param history where the results are, relative to the repository */
        record Finished(PastPlan past, String history) implements Result {
            public boolean succeeded() {
                return past.results().stream().allMatch(ActionResult::succeeded);
            }
        }

        /** It was carried out as far as {@code past} says, which could not be kept in the repository. */
        record Unrecorded(PastPlan past, String reason) implements Result {}
    }

    /** @param allowDestructive whether losing what nobody named is accepted */
    public Result apply(Selection selection, boolean allowDestructive) throws IOException {
        return switch (twin.repo().read(Layout.latestPlan(twin.view().plugins()))) {
            case Reading.Wrong<Optional<SavedPlan>>(var problems) ->
                new Result.Refused(problems.getFirst() + "; this is not what twin wrote; run: twin plan");
            case Reading.Value<Optional<SavedPlan>>(var saved) ->
                saved.isEmpty() ? new Result.NoPlan() : check(saved.get(), selection, allowDestructive);
        };
    }

    private Result check(SavedPlan saved, Selection selection, boolean allowDestructive) throws IOException {
        var plan = saved.plan();
        if (!saved.id().equals(SavePlan.id(twin, plan))) {
            return new Result.Refused("the plan was edited after it was made; run: twin plan");
        }
        if (twin.view().host().isEmpty()) {
            return new Result.Refused("this machine has no id in /etc/machine-id, so no plan can be bound to it;"
                    + " run: sudo systemd-machine-id-setup");
        }
        if (!plan.host().equals(twin.view().host())) {
            return new Result.Refused("the plan was made for another machine; run: twin plan");
        }
        if (!twin.view().clock().instant().isBefore(Instant.parse(saved.expiresAt()))) {
            return new Result.Stale("the plan expired at " + saved.expiresAt() + "; run: twin plan");
        }
        if (plan.basis().offline()) {
            return new Result.Stale("the plan was made offline, without a look at the machine; run: twin plan");
        }
        return checkMachine(saved, selection, allowDestructive);
    }

    private Result checkMachine(SavedPlan saved, Selection selection, boolean allowDestructive) throws IOException {
        return switch (twin.view().survey().ofMachine().then(selection::check)) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plannedFor = new Selection(saved.plan().basis().only());
                var drafts = drafts(looks, plannedFor);
                yield sections(drafts).equals(saved.plan().sections())
                        ? approve(saved, narrowed(drafts, selection), allowDestructive)
                        : new Result.Stale("the machine or the wish changed since the plan was made; run: twin plan");
            }
        };
    }

    private List<Draft<?, ?, ?>> drafts(List<Look<?, ?, ?>> looks, Selection selection) {
        return new MakePlan(twin.view().host(), false).drafts(looks, selection);
    }

    /** The part of the plan that is selected, decided anew: services notice just that part, and apt is asked about it. */
    private List<Draft<?, ?, ?>> narrowed(List<Draft<?, ?, ?>> drafts, Selection selection) {
        return selection.isEverything()
                ? drafts
                : drafts(drafts.stream().<Look<?, ?, ?>>map(Draft::look).toList(), selection);
    }

    private static List<? extends Section<?, ?, ?>> sections(List<Draft<?, ?, ?>> drafts) {
        return drafts.stream()
                .map(Draft::section)
                .filter(section -> !section.isEmpty())
                .toList();
    }

    private Result approve(SavedPlan saved, List<Draft<?, ?, ?>> drafts, boolean allowDestructive) throws IOException {
        var part = new Plan(saved.plan().host(), saved.plan().basis(), List.copyOf(sections(drafts)));
        if (part.asksForNothing()) {
            return new Result.NothingToDo(part.blockedCount());
        }
        var destructive = drafts.stream().flatMap(Draft::destructive).toList();
        if (!destructive.isEmpty() && !allowDestructive) {
            return new Result.Refused("destructive: " + String.join(", ", destructive)
                    + "; if that is what you want, say so with --allow-destructive");
        }
        var obstacles = drafts.stream().flatMap(Draft::obstacles).toList();
        if (!obstacles.isEmpty()) {
            return new Result.NotPermitted(obstacles);
        }
        return switch (confirmation.approve(part)) {
            case YES -> run(saved, drafts, allowDestructive);
            case NO -> new Result.Declined();
            case NOBODY -> new Result.NobodyToAsk();
        };
    }

    private Result run(SavedPlan saved, List<Draft<?, ?, ?>> drafts, boolean allowDestructive) {
        var started = twin.view().now();
        var ledger = new Ledger(twin.view().narration());
        var rounds = drafts.stream()
                .<Round<?, ?, ?>>map(draft -> round(draft, ledger, allowDestructive))
                .toList();
        carryOut(rounds);
        var past = new PastPlan(started, twin.view().now(), ledger.results(), saved);
        try {
            return new Result.Finished(past, twin.records().after(past));
        } catch (IOException broken) {
            return new Result.Unrecorded(past, broken.getMessage());
        }
    }

    /** Removals and stops go first and in reverse: a service is stopped before its files go. */
    private static void carryOut(List<Round<?, ?, ?>> rounds) {
        Stream.of(Action.Stage.values()).forEach(stage -> {
            var order = stage == Action.Stage.REMOVALS ? rounds.reversed() : rounds;
            order.forEach(round -> round.perform(stage));
        });
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Round<D, L, A> round(
            Draft<D, L, A> draft, Ledger ledger, boolean allowDestructive) {
        return new Round<>(draft, twin.hands().of(draft.look().plugin()).backend(), ledger, allowDestructive);
    }
}
