package dev.twinsync.flow.twin;

import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.flow.plan.CheckPlan;
import java.util.List;
import java.util.Optional;

/** How carrying out a plan, finishing one that was cut off, or taking it back ended. */
public sealed interface RunResult {

    /** Nothing was changed, because of what the checks gave. */
    record Unfit(CheckPlan.Verdict verdict) implements RunResult {}

    /** Nothing was changed: what is needed for it is refused. */
    record Refused(String reason) implements RunResult {}

    /** Nothing was changed: a wish cannot be read. */
    record Unreadable(List<Problem> problems) implements RunResult {}

    /** Nothing was changed: nobody here has the right to do some of it. */
    record NotPermitted(List<String> obstacles) implements RunResult {}

    record Declined() implements RunResult {}

    record NobodyToAsk() implements RunResult {}

    /** Nothing was changed. @param holder who is at work on this machine just now */
    record Locked(String holder) implements RunResult {}

    /** There is no run that was cut off. */
    record NothingOpen() implements RunResult {}

    /** Nothing more was changed, and the run stays open. @param reasons what a person has to look at, each in a sentence */
    record NeedsPerson(List<String> reasons) implements RunResult {}

    /**
     * All of it was tried, or left out for a reason that the results tell.
     *
     * @param history where the results are, relative to the repository
     * @param interrupted whether somebody asked twin to stop
     */
    record Finished(PastPlan past, String history, boolean interrupted) implements RunResult {
        public boolean succeeded() {
            return past.results().stream().allMatch(ActionResult::succeeded);
        }

        /** Whether something was taken back, and nothing else was changed or failed. */
        public boolean isTakenBack() {
            var outcomes = past.results().stream().map(ActionResult::outcome).toList();
            return outcomes.stream().anyMatch(Outcome.TakenBack.class::isInstance)
                    && outcomes.stream().allMatch(Finished::changesNothing);
        }

        private static boolean changesNothing(Outcome outcome) {
            return switch (outcome) {
                case Outcome.TakenBack _, Outcome.AlreadyOk(), Outcome.Skipped _, Outcome.NotAttempted() -> true;
                case Outcome.Done(),
                        Outcome.Failed _,
                        Outcome.Stale _,
                        Outcome.Interrupted _,
                        Outcome.RolledBack(),
                        Outcome.RollbackFailed _ -> false;
            };
        }
    }

    /** The run was taken back, completely or as far as the results tell. */
    record TakenBack(PastPlan past, String history, boolean complete) implements RunResult {}

    /**
     * It went as far as {@code past} says and stays open: what came of it could not be written down.
     *
     * @param fault of twin itself, if it was one
     */
    record CutOff(PastPlan past, String reason, Optional<RuntimeException> fault) implements RunResult {}
}
