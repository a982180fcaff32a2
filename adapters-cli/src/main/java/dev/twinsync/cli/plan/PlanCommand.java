package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.OnlyOption;
import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Markdown;
import dev.twinsync.cli.wiring.OpenRunText;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Show what it would take to make this machine what state/ says, and save it as plan/latest.yaml.",
        footer =
                "Exit codes: 0 nothing to do, 2 there is something to do, 1 state/ cannot be read, 6 an apply was cut off.")
public final class PlanCommand extends TellingCommand {

    @Mixin
    private OnlyOption only;

    @Option(names = "--offline", description = "Plan from the last snapshot, without looking at the machine.")
    private boolean offline;

    @Override
    protected boolean writesMarkdown() {
        return true;
    }

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var survey = offline
                ? wiring.view().wholeSurvey().ofRecords()
                : wiring.view().wholeSurvey().forPlan();
        return switch (survey.then(only.selection()::check)) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> console.unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plan = MakePlan.ofState(wiring.view(), offline)
                        .plan(looks, only.selection(), wiring.repo().head());
                var saved = new SavePlan(wiring.twin()).save(plan, wiring.planValidity());
                if (options().asMarkdown()) {
                    new PlanMarkdown(saved.plan(), basis(wiring)).lines().forEach(console::line);
                    yield saved.plan().sections().isEmpty() ? unlessRunIsOpen(Exit.OK) : Exit.CHANGES_PENDING;
                }
                yield unlessRunIsOpen(new SavedPlanText(wiring, console, options()).show(saved, nothingToDo()));
            }
        };
    }

    /** A reader who has no machine at hand is told how old what this is made of may be. */
    private String basis(Wiring wiring) throws IOException {
        if (!offline) {
            return "Made with a look at the machine.";
        }
        return wiring.repo().commits(Set.of(Layout.LIVE), 1).stream()
                .findFirst()
                .map(commit -> "Made without the machine, from what a snapshot saw that was committed at "
                        + Markdown.code(commit.time().toString()) + ".")
                .orElse("Made without the machine, which no commit tells of.");
    }

    private String nothingToDo() {
        if (runIsOpen()) {
            return OpenRunText.COMES_FIRST;
        }
        return "Nothing to do: this machine is what state/ says" + (offline ? ", by the last snapshot" : "")
                + (only.selection().isEverything() ? "." : ", as far as --only goes.");
    }
}
