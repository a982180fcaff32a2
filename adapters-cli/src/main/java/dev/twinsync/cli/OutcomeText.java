package dev.twinsync.cli;

import dev.twinsync.domain.Outcome;

/** How an action ended, for people. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(String actionId, Outcome outcome) {
        return "%-10s %s".formatted(outcome.word(), actionId)
                + outcome.explanation().map(text -> ": " + text).orElse("");
    }
}
