package dev.twinsync.cli.history;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.plan.SavedPlanText;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.history.Restore;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        aliases = "time-machine",
        description = "Make state/ and filesystem/ say again what they said in a commit, as a new commit, and plan it.",
        footer = {
            "No commit is taken away and config.yaml stays; the machine is changed by the next twin apply only.",
            "Exit codes: 0 nothing to do, 2 there is something to do, 1 error, 8 refused."
        })
public final class RestoreCommand extends RepoCommand {

    @Parameters(index = "0", paramLabel = "COMMIT", description = "An id of twin history, a tag, a branch, or HEAD~3.")
    private String commit;

    @Parameters(
            index = "1..*",
            paramLabel = "KEY",
            description = "Only these things (packages:htop) or kinds; * and ? match any characters and any one."
                    + " Nothing: all of state/ and filesystem/.")
    private List<String> keys = new ArrayList<>();

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var selection = new Selection(keys);
        return switch (new Restore(wiring.twin()).restore(commit, selection)) {
            case Restore.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Restore.Result.WouldLose(var paths) -> wouldLose(paths, console);
            case Restore.Result.Restored restored -> {
                tell(restored, console);
                yield plan(wiring, console);
            }
        };
    }

    private static Exit wouldLose(List<String> paths, Console console) {
        console.complain("refused: no commit has what is in " + String.join(", ", paths)
                + ", and it would be lost. Keep it with git add and git commit, or give it up with git checkout");
        return Exit.REFUSED;
    }

    private static void tell(Restore.Result.Restored restored, Console console) {
        if (restored.changed().isEmpty() && restored.commit().isEmpty()) {
            console.aside("state/ and filesystem/ are as they were already.");
            return;
        }
        restored.changed().forEach(path -> console.aside("  " + Printable.of(path)));
        console.aside("as in " + restored.from().substring(0, HistoryText.SHORT)
                + restored.commit()
                        .map(commit -> ", committed as " + commit.substring(0, HistoryText.SHORT))
                        .orElse(", which the last commit says already"));
    }

    /** Of all that is wished: what was brought back may need what was not. */
    private Exit plan(Wiring wiring, Console console) throws IOException {
        return switch (wiring.view().wholeSurvey().ofMachine()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> console.unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plan = MakePlan.ofState(wiring.view(), false)
                        .plan(looks, Selection.EVERYTHING, wiring.repo().head());
                var saved = new SavePlan(wiring.twin()).save(plan, wiring.planValidity());
                yield new SavedPlanText(wiring, console, options())
                        .show(saved, "Nothing to do: this machine is what state/ says.");
            }
        };
    }
}
