package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.ShowLogs;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "new",
        description = "The errors that were not known at the snapshot before, or not when the last apply ended.",
        footer = "Exit codes: 0 shown, also where there are none, 1 no logs were captured yet.")
final class LogsNewCommand extends LogIndexCommand {

    @Mixin
    private LogFilterOptions filter;

    @Override
    Exit show(ShowLogs logs, LogIndex index, Console console) throws IOException {
        var errors = logs.newErrors(index, filter.of(logs));
        new LogErrorsText(index, errors).show(console, options(), "No error is new.");
        return Exit.OK;
    }
}
