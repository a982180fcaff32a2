package dev.twinsync.cli;

import dev.twinsync.domain.plan.Plan;
import dev.twinsync.port.Confirmation;
import java.util.Locale;

/** Shows the plan and asks at the terminal; {@code --yes} answers beforehand. */
final class TerminalConfirmation implements Confirmation {

    private final Console console;
    private final boolean yes;

    TerminalConfirmation(Console console, boolean yes) {
        this.console = console;
        this.yes = yes;
    }

    @Override
    public Answer approve(Plan plan) {
        PlanText.of(plan).forEach(console::aside);
        if (yes) {
            return Answer.YES;
        }
        var terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            return Answer.NOBODY;
        }
        var answer = terminal.readLine("Do this? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes") ? Answer.YES : Answer.NO;
    }
}
