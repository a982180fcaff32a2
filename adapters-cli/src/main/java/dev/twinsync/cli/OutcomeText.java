package dev.twinsync.cli;

import dev.twinsync.domain.Outcome;

/** How an action ended, for people. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(String actionId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> "done      " + actionId;
            case Outcome.AlreadyOk() -> "was so    " + actionId;
            case Outcome.Failed(var reason) -> "FAILED    " + actionId + ": " + reason;
            case Outcome.Skipped(var because) -> "skipped   " + actionId + ": " + because;
            case Outcome.Stale(var found) -> "STALE     " + actionId + ": " + found;
            case Outcome.NotAttempted() -> "not tried " + actionId;
        };
    }
}
