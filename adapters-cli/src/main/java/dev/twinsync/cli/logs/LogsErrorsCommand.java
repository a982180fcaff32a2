package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.ShowLogs;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "errors",
        description = "The errors that are known, the newest first, each once.",
        footer = "Exit codes: 0 shown, also where there are none, 1 no logs were captured yet.")
final class LogsErrorsCommand extends LogIndexCommand {

    @Mixin
    private LogFilterOptions filter;

    @Override
    Exit show(ShowLogs logs, LogIndex index, Console console) throws IOException {
        var errors = logs.errors(index, filter.of(logs));
        new LogErrorsText(index, errors).show(console, options(), "No error is known.");
        return Exit.OK;
    }
}
