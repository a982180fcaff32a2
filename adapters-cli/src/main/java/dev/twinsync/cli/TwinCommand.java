package dev.twinsync.cli;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.OpenRunText;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.Status;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "twin",
        description = "Keeps this machine in a Git repository and brings it back from there.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TwinCommand extends TellingCommand {

    @Override
    public boolean reachesHosts() {
        return true;
    }

    /** Without a command: where the machine stands and what to do next. */
    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var looks = wiring.view().wholeSurvey().forStatus(Selection.EVERYTHING);
        return switch (new Status(wiring.view()).foreseen(looks, Selection.EVERYTHING)) {
            case Reading.Wrong<Status.Report>(var problems) -> console.unreadable(problems);
            case Reading.Value<Status.Report>(var report) -> {
                print(wiring, report, console);
                yield report.isInSync() ? unlessRunIsOpen(Exit.OK) : Exit.CHANGES_PENDING;
            }
        };
    }

    private void print(Wiring wiring, Status.Report report, Console console) throws IOException {
        if (options().asJson()) {
            console.json(StatusText.tree(report, false, runIsOpen()));
            return;
        }
        console.line("The twin of this machine is in "
                + Printable.of(wiring.repo().root().toString()));
        StatusText.of(report).forEach(console::line);
        console.next(next(wiring, report));
    }

    private String next(Wiring wiring, Status.Report report) throws IOException {
        if (report.isInSync()) {
            return runIsOpen()
                    ? OpenRunText.COMES_FIRST
                    : StatusText.inSync(report) + " To change something, edit state/, then run: twin plan";
        }
        return wiring.repo().digest(Layout.LATEST_PLAN).isPresent()
                ? "Not in sync, and there is a plan. Look at it with: twin plan; do it with: twin apply"
                : "Not in sync. To see what it would take, run: twin plan";
    }
}
