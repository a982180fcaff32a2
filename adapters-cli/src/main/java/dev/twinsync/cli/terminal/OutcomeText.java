package dev.twinsync.cli.terminal;

import dev.twinsync.domain.Outcome;

/** How an action ended, for people. */
final class OutcomeText {

    private OutcomeText() {}

    /** @param told what was told of the actions before it */
    static String of(String actionId, Outcome outcome, SharedReasons told) {
        return "%-10s %s".formatted(outcome.word(), actionId)
                + outcome.explanation()
                        .map(text -> ": " + told.instead(actionId, text).orElse(text))
                        .orElse("");
    }
}
