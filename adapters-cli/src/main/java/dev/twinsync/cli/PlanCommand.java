package dev.twinsync.cli;

import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.Look;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Show what it would take to make this machine what state/ says, and save it as plan/latest.yaml.",
        footer = "Exit codes: 0 nothing to do, 2 there is something to do, 1 state/ cannot be read.")
final class PlanCommand extends RepoCommand {

    @Mixin
    private OnlyOption only;

    @Option(names = "--offline", description = "Plan from the last snapshot, without looking at the machine.")
    private boolean offline;

    @Override
    Exit run(Wiring wiring, Console console) throws IOException {
        var survey = offline ? wiring.survey().ofRecords() : wiring.survey().ofMachine();
        return switch (survey.then(only.selection()::check)) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> console.unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plan = wiring.makePlan(offline)
                        .plan(looks, only.selection(), wiring.repo().head());
                var saved = wiring.savePlan().save(plan, wiring.planValidity());
                print(wiring, saved, console);
                yield plan.sections().isEmpty() ? Exit.OK : Exit.CHANGES_PENDING;
            }
        };
    }

    private void print(Wiring wiring, SavedPlan saved, Console console) throws IOException {
        if (options().asJson()) {
            console.json(wiring.tree(saved));
        } else if (saved.plan().sections().isEmpty()) {
            console.line("Nothing to do: this machine is what state/ says" + (offline ? ", by the last snapshot" : "")
                    + (only.selection().isEverything() ? "." : ", as far as --only goes."));
        } else {
            PlanText.of(saved.plan()).forEach(console::line);
            console.line(
                    saved.plan().asksForNothing() ? "Nothing of this can be done." : "To do this, run: twin apply");
        }
    }
}
