package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Paint;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.LineWindow;
import dev.twinsync.flow.logs.NamedSource;
import dev.twinsync.flow.logs.ShowLogs;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Print the lines that are kept of a log.",
        footer = {
            "Lines that do not say when they were written, or what they are about, go with the line before them.",
            "Exit codes: 0 shown, 1 there is no such log, or it could not be read, or --grep found nothing."
        })
final class LogsShowCommand extends LogIndexCommand {

    @Parameters(paramLabel = "SOURCE", description = "As twin logs names it: journal, errors_last_boot, syslog, …")
    private String name;

    @Mixin
    private LogFilterOptions filter;

    @Mixin
    private ContextOption context;

    @Option(
            names = "-n",
            paramLabel = "N",
            converter = ContextOption.LineCount.class,
            description = "The last N of these lines only.")
    private Integer last = Integer.MAX_VALUE;

    @Override
    Exit show(ShowLogs logs, LogIndex index, Console console) throws IOException {
        if (context.isGiven() && !filter.hasPattern()) {
            throw wrongUsage("--context goes with --grep");
        }
        return switch (logs.source(index, name)) {
            case NamedSource.Kept(var path) -> print(logs, path, console);
            case NamedSource.Absent(var what) -> refuse(console, "there is no log " + name + ": " + what);
            case NamedSource.Unavailable(var reason) -> refuse(console, name + " could not be read: " + reason);
            case NamedSource.Nothing() ->
                refuse(console, "no line of " + name + " is in the repository; to capture it, run: twin snapshot");
            case NamedSource.Unknown(var known, var hint) ->
                refuse(
                        console,
                        "no log is called \"" + name + "\"" + hint + "; there are "
                                + (known.isEmpty() ? "none" : String.join(", ", known)));
        };
    }

    private Exit print(ShowLogs logs, String path, Console console) throws IOException {
        var lines = logs.lines(path, filter.of(logs), new LineWindow(last, context.lines()));
        var output = new LogLinesOutput(console, options().asJson(), new LogLinesText(new Paint(inColour()), false));
        output.add(lines);
        return output.end() || !filter.hasPattern() ? Exit.OK : Exit.ERROR;
    }

    private static Exit refuse(Console console, String sentence) {
        console.complain(sentence);
        return Exit.ERROR;
    }
}
