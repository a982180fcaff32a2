package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.flow.apply.Undo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = "Plan the way back to what was there before an apply, and save it as plan/latest.yaml.",
        footer = {
            "state/ stays as it is: what it asks for is planned again by the next twin plan, unless you change it too.",
            "Exit codes: 0 nothing to do, 2 there is something to do, 1 error."
        })
public final class UndoCommand extends RepoCommand {

    @Parameters(
            paramLabel = "RUN|KEY",
            description = "A run, by the name of its file in plan/history without .yaml, or a thing, as packages:htop;"
                    + " * and ? match any characters and any one. Nothing: the last run.")
    private List<String> what = new ArrayList<>();

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        return switch (new Undo(wiring.twin()).undo(what, wiring.planValidity())) {
            case Undo.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Undo.Result.NothingToUndo(var reason) -> {
                console.complain(reason);
                yield Exit.ERROR;
            }
            case Undo.Result.Planned planned -> show(planned, wiring, console);
        };
    }

    private Exit show(Undo.Result.Planned planned, Wiring wiring, Console console) throws IOException {
        var saved = planned.saved();
        var runs = String.join(", ", saved.plan().basis().undo());
        var exit = new SavedPlanText(wiring, console, options())
                .show(saved, "Nothing to do: this machine is what it was before " + runs + ".");
        if (!planned.incomplete().isEmpty()) {
            console.aside(Printable.of("As well as it can be done, for not everything about it can be taken back: "
                    + String.join(", ", planned.incomplete())));
        }
        return exit;
    }
}
