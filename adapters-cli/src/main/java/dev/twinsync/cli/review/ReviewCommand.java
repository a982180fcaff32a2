package dev.twinsync.cli.review;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.ShortWaitOption;
import dev.twinsync.cli.plan.HoldNetworkOption;
import dev.twinsync.cli.plan.LockedText;
import dev.twinsync.cli.plan.RunResultText;
import dev.twinsync.cli.plan.TerminalConfirmation;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Paint;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.run.Leeway;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.apply.ApplyOptions;
import dev.twinsync.flow.apply.ApplyPlan;
import dev.twinsync.flow.review.Decision;
import dev.twinsync.flow.review.Decision.Choice;
import dev.twinsync.flow.review.Differences;
import dev.twinsync.flow.review.Review;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "review",
        description = "Walk over all that differs and decide one by one: apply, adopt, ignore or skip.",
        footer = {
            "Scripts do the same with twin diff, twin apply --only KEY, twin adopt KEY and twin ignore KEY.",
            "Exit codes: those of apply where something was applied, else 0 nothing differs, 2 something still does, 7 another",
            "twin is at work, 8 nobody is there to be asked."
        })
public final class ReviewCommand extends RepoCommand {

    @Parameters(
            paramLabel = "KEY",
            description = "A thing (packages:htop), a kind (packages) or a plugin (packages.debian);"
                    + " * and ? match any characters and any one. Nothing: everything.")
    private List<String> keys = new ArrayList<>();

    @Mixin
    private ShortWaitOption lockTimeout;

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var terminal = TerminalConfirmation.terminal();
        if (terminal.isEmpty() || options().asJson()) {
            console.complain("a review asks a person at a terminal; without one, use: twin diff, twin apply --only KEY,"
                    + " twin adopt KEY, twin ignore KEY");
            return Exit.REFUSED;
        }
        return switch (differences(wiring)) {
            case Reading.Wrong<Differences.Report>(var problems) -> console.unreadable(problems);
            case Reading.Value<Differences.Report>(var report) -> {
                var text = new DiffText(DiffCommand.ofMachine(), new Paint(inColour()));
                text.of(report.unseen()).forEach(console::line);
                var walk = new ReviewWalk(
                        console,
                        text,
                        question -> Optional.ofNullable(terminal.get().readLine("%s", question)));
                yield decide(walk.over(report.all()), wiring, console);
            }
        };
    }

    private Reading<Differences.Report> differences(Wiring wiring) throws IOException {
        return new Differences(wiring.twin(), false)
                .of(wiring.view().wholeSurvey().ofMachine(), new Selection(keys));
    }

    private Exit decide(Optional<List<Decision>> decisions, Wiring wiring, Console console) throws IOException {
        if (decisions.isEmpty()) {
            console.complain("nobody answers any more; nothing was done");
            return Exit.REFUSED;
        }
        return switch (new Review(wiring.twin()).keep(decisions.get(), lockTimeout.duration())) {
            case Review.Result.Locked(var holder) -> LockedText.show(holder, console);
            case Review.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Review.Result.Kept kept -> {
                tell(kept, console);
                yield Review.names(decisions.get(), Choice.APPLY).isEmpty()
                        ? left(decisions.get(), kept, console)
                        : apply(decisions.get(), wiring.afresh(), console);
            }
        };
    }

    private static void tell(Review.Result.Kept kept, Console console) {
        kept.adopted().forEach(one -> console.line(Printable.of("adopted " + one.name())));
        kept.leftOut().forEach(sentence -> console.complain("not adopted: " + sentence));
        kept.ignored().forEach(name -> console.line(Printable.of("ignored " + name)));
    }

    private static Exit left(List<Decision> decisions, Review.Result.Kept kept, Console console) {
        int left = Review.names(decisions, Choice.SKIP).size() + kept.leftOut().size();
        console.line(
                left == 0
                        ? "Nothing differs any more."
                        : left + (left == 1 ? " thing differs" : " things differ") + " still.");
        return left == 0 ? Exit.OK : Exit.CHANGES_PENDING;
    }

    /** As twin apply does it: the plan is shown and asked about. */
    private Exit apply(List<Decision> decisions, Wiring wiring, Console console) throws IOException {
        return switch (new Review(wiring.twin()).plan(decisions, wiring.planValidity())) {
            case Reading.Wrong<SavedPlan>(var problems) -> console.unreadable(problems);
            case Reading.Value<SavedPlan> _ -> {
                try (var _ = wiring.interruption()) {
                    var twin = wiring.twinWithSudo()
                            .withProbation(new HoldNetworkOption().probation(wiring, console, false, options()));
                    var how = new ApplyOptions(
                            Selection.EVERYTHING, Leeway.NOT_DESTRUCTIVE, false, lockTimeout.duration());
                    var result = new ApplyPlan(twin, new TerminalConfirmation(console, false)).apply(how);
                    var exit = new RunResultText(wiring, console, options())
                            .afterDecisions()
                            .show(result);
                    wiring.forgetOldBackups();
                    yield exit;
                }
            }
        };
    }
}
