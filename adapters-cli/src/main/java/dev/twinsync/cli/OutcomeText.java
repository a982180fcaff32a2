package dev.twinsync.cli;

import dev.twinsync.domain.Outcome;
import java.util.Optional;

/** How an action ended, for people. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(String actionId, Outcome outcome) {
        return "%-9s %s".formatted(outcome.word(), actionId)
                + reason(outcome).map(text -> ": " + text).orElse("");
    }

    private static Optional<String> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed(var reason) -> Optional.of(reason);
            case Outcome.Skipped(var because) -> Optional.of(because);
            case Outcome.Stale(var found) -> Optional.of(found);
            case Outcome.Done(), Outcome.AlreadyOk(), Outcome.NotAttempted() -> Optional.empty();
        };
    }
}
