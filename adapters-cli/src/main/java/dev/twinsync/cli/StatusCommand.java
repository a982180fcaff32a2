package dev.twinsync.cli;

import dev.twinsync.cli.command.OnlyOption;
import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.OpenRunText;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.Status;
import dev.twinsync.flow.view.View;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Say how far this machine is from what state/ says.",
        footer = "Exit codes: 0 in sync, 2 not in sync, 1 state/ cannot be read, 6 an apply was cut off.")
final class StatusCommand extends TellingCommand {

    @Mixin
    private OnlyOption only;

    @Option(names = "--offline", description = "Judge by the last snapshot, without looking at the machine.")
    private boolean offline;

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        return switch (report(wiring.view())) {
            case Reading.Wrong<Status.Report>(var problems) -> console.unreadable(problems);
            case Reading.Value<Status.Report>(var report) -> {
                print(report, console);
                yield report.isInSync() ? unlessRunIsOpen(Exit.OK) : Exit.CHANGES_PENDING;
            }
        };
    }

    private Reading<Status.Report> report(View view) throws IOException {
        var status = new Status(view);
        return offline
                ? status.of(view.wholeSurvey().ofRecords(), only.selection())
                : status.foreseen(view.wholeSurvey().forStatus(only.selection()), only.selection());
    }

    private void print(Status.Report report, Console console) {
        if (options().asJson()) {
            console.json(StatusText.tree(report, offline, runIsOpen()));
            return;
        }
        StatusText.of(report).forEach(console::line);
        console.next(verdict(report));
        if (offline) {
            console.line("This is what the last snapshot saw, not a look at the machine.");
        }
    }

    private String verdict(Status.Report report) {
        if (!report.isInSync()) {
            return "Not in sync. To see what it would take, run: twin plan";
        }
        return runIsOpen() ? OpenRunText.COMES_FIRST : StatusText.inSync(report);
    }
}
