package dev.twinsync.cli.plan;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.port.Confirmation;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows the plan and asks at the terminal; {@code --yes} answers beforehand, but not what is destructive. */
public final class TerminalConfirmation implements Confirmation {

    private final dev.twinsync.cli.terminal.Console console;
    private final boolean yes;

    public TerminalConfirmation(dev.twinsync.cli.terminal.Console console, boolean yes) {
        this.console = console;
        this.yes = yes;
    }

    @Override
    public Answer approve(Plan plan) {
        PlanText.of(plan).forEach(console::aside);
        return yes
                ? Answer.YES
                : ask(
                        "Do this? [y/N] ",
                        answer -> answer.toLowerCase(Locale.ROOT).matches("y|yes"));
    }

    @Override
    public Answer approveDestructive(List<String> actions) {
        var words = actions.size() == 1 ? actions.getFirst() : "all " + actions.size();
        actions.forEach(id -> console.aside(Printable.of("This may cut off the machine, or the way into it: " + id)));
        return ask(Printable.of("To do it all the same, type: " + words + "\n> "), words::equals);
    }

    @FunctionalInterface
    private interface Test {
        boolean passes(String answer);
    }

    private static Answer ask(String question, Test test) {
        return terminal()
                .map(terminal -> Optional.ofNullable(terminal.readLine("%s", question))
                                .filter(answer -> test.passes(answer.strip()))
                                .isPresent()
                        ? Answer.YES
                        : Answer.NO)
                .orElse(Answer.NOBODY);
    }

    public static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
