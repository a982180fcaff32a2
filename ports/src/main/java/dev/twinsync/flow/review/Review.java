package dev.twinsync.flow.review;

import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.review.Decision.Choice;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Does what a person decided about differences: first what changes the wish, then the plan of what is to change on the machine.
 * What the next plan holds afterwards is what nobody decided.
 */
public final class Review {

    private final Twin twin;

    public Review(Twin twin) {
        this.twin = twin;
    }

    /** How the decisions about the wish ended. */
    public sealed interface Result {

        /**
         * @param adopted what {@code state/} says otherwise now
         * @param leftOut what could not be taken into the repository and why, each in a sentence
         * @param ignored the things that are ignored from now on, by name, as {@code config.yaml} has them
         */
        record Kept(List<Adopt.Adopted> adopted, List<String> leftOut, List<String> ignored) implements Result {
            public Kept {
                adopted = List.copyOf(adopted);
                leftOut = List.copyOf(leftOut);
                ignored = List.copyOf(ignored);
            }
        }

        record Unreadable(List<Problem> problems) implements Result {}

        /** Nothing was changed. @param holder who is at work on this machine just now */
        record Locked(String holder) implements Result {}
    }

    /** The things about which this was decided, by name: {@code packages:htop}. */
    public static List<String> names(List<Decision> decisions, Choice choice) {
        return decisions.stream()
                .filter(decision -> decision.choice() == choice)
                .map(decision -> decision.about().name())
                .toList();
    }

    /**
     * Adopts first: what is ignored is not looked at any more.
     *
     * @param patience how long to wait for another twin where something is adopted
     */
    public Result keep(List<Decision> decisions, Duration patience) throws IOException {
        var faults = Ignored.faults(names(decisions, Choice.IGNORE));
        return faults.isEmpty() ? keepAll(decisions, patience) : new Result.Unreadable(faults);
    }

    private Result keepAll(List<Decision> decisions, Duration patience) throws IOException {
        return switch (adopt(names(decisions, Choice.ADOPT), patience)) {
            case Adopt.Result.Locked(var holder) -> new Result.Locked(holder);
            case Adopt.Result.Unreadable(var problems) -> new Result.Unreadable(problems);
            case Adopt.Result.Done(var things, var leftOut, var _, var _) ->
                switch (ignore(names(decisions, Choice.IGNORE))) {
                    case Ignore.Result.Refused(var problems) -> new Result.Unreadable(problems);
                    case Ignore.Result.Done(var ignored, var _, var _) -> new Result.Kept(things, leftOut, ignored);
                };
        };
    }

    private Adopt.Result adopt(List<String> names, Duration patience) throws IOException {
        return names.isEmpty() ? Adopt.Result.Done.NOTHING : new Adopt(twin).adopt(Selection.exactly(names), patience);
    }

    private Ignore.Result ignore(List<String> names) throws IOException {
        return names.isEmpty()
                ? new Ignore.Result.Done(List.of(), List.of(), Optional.empty())
                : new Ignore(twin).add(Selection.exactly(names).patterns());
    }

    /**
     * The plan of all that is to be applied, saved; {@code apply} carries it out like any other. To be made with a twin that
     * knows what is ignored by now.
     *
     * @param valid how long it may be applied
     */
    public Reading<SavedPlan> plan(List<Decision> decisions, Duration valid) throws IOException {
        var selection = Selection.exactly(names(decisions, Choice.APPLY));
        return switch (twin.view().wholeSurvey().ofMachine().then(selection::check)) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Reading.Wrong<>(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plan = MakePlan.ofState(twin.view(), false)
                        .plan(looks, selection, twin.repo().head());
                yield new Reading.Value<>(new SavePlan(twin).save(plan, valid));
            }
        };
    }
}
