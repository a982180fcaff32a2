package dev.twinsync.cli.terminal;

import dev.twinsync.domain.Outcome;

/** How an action ended, for people. */
final class OutcomeText {

    private OutcomeText() {}

    /** @param told what was told of the actions before it */
    static String of(String actionId, Outcome outcome, SharedReasons told) {
        return "%-10s %s".formatted(outcome.word(), actionId)
                + outcome.explanation()
                        .map(text -> ": "
                                + (isReason(outcome)
                                        ? told.instead(actionId, text).orElse(text)
                                        : text))
                        .orElse("");
    }

    /** Of some, what is there instead is told: that two are alike says nothing of why. */
    private static boolean isReason(Outcome outcome) {
        return !(outcome instanceof Outcome.Stale || outcome instanceof Outcome.Interrupted);
    }
}
