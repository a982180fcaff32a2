package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Paint;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.LineWindow;
import dev.twinsync.flow.logs.ShowLogs;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "logs",
        description = "Show what is known of the logs of this machine as of the last snapshot, or look for something"
                + " in them.",
        subcommands = {
            LogsErrorsCommand.class,
            LogsNewCommand.class,
            LogsAuthCommand.class,
            LogsUnitsCommand.class,
            LogsShowCommand.class
        },
        footer = {
            "All of it is read from the repository; the machine is not looked at.",
            "Exit codes: 0 shown, 1 no logs were captured yet; with --grep, as with grep: 0 found, 1 found nothing or"
                    + " an error."
        })
public final class LogsCommand extends LogIndexCommand {

    @Mixin
    private LogFilterOptions filter;

    @Mixin
    private ContextOption context;

    @Option(names = "--all", description = "With --grep: look into the captures before the last one too.")
    private boolean all;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        if (filter.hasPattern()) {
            return grep(wiring.logs(), console);
        }
        if (filter.hasOthers() || context.isGiven() || all) {
            throw wrongUsage(
                    "--since, --unit, --context and --all go with --grep here; twin logs errors and twin logs show"
                            + " take the first two without it");
        }
        return super.run(wiring, console);
    }

    @Override
    Exit show(ShowLogs logs, LogIndex index, Console console) {
        var overview = logs.overview(index);
        if (options().asJson()) {
            console.json(LogOverviewJson.tree(overview));
        } else {
            var text = new LogOverviewText(overview);
            text.lines().forEach(console::line);
            console.next(text.next());
        }
        return Exit.OK;
    }

    private Exit grep(ShowLogs logs, Console console) throws IOException {
        var texts = logs.texts(all);
        if (texts.isEmpty()) {
            return nothing(console);
        }
        var asked = filter.of(logs);
        var window = new LineWindow(Integer.MAX_VALUE, context.lines());
        var output = new LogLinesOutput(console, options().asJson(), new LogLinesText(new Paint(inColour()), true));
        for (String path : texts) {
            output.add(logs.lines(path, asked, window));
        }
        return output.end() ? Exit.OK : Exit.ERROR;
    }
}
