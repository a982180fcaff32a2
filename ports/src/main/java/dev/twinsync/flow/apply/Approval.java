package dev.twinsync.flow.apply;

import dev.twinsync.domain.plan.Plan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.Confirmation;
import java.util.List;

/** Asks for what a plan needs: a yes, and more than that for what is destructive. */
record Approval(Confirmation confirmation) {

    sealed interface Answer permits Given, Withheld {}

    record Given() implements Answer {}

    record Withheld(RunResult result) implements Answer {}

    /** @param destructive what was not allowed beforehand, by id */
    Answer of(Plan plan, List<String> destructive) {
        return switch (confirmation.approve(plan)) {
            case YES -> destructive.isEmpty() ? new Given() : of(destructive);
            case NO -> new Withheld(new RunResult.Declined());
            case NOBODY -> new Withheld(new RunResult.NobodyToAsk());
        };
    }

    private Answer of(List<String> destructive) {
        return switch (confirmation.approveDestructive(destructive)) {
            case YES -> new Given();
            case NO -> new Withheld(new RunResult.Declined());
            case NOBODY ->
                new Withheld(new RunResult.Refused("destructive: " + String.join(", ", destructive)
                        + "; if that is what you want, say so with --allow-destructive"));
        };
    }
}
