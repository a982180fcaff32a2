package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.ShowLogs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "auth",
        description = "Refused logins: who was tried, from where, how often.",
        footer = {
            "--grep looks into the service, the user and the address.",
            "Exit codes: 0 shown, also where there are none, 1 no logs were captured yet."
        })
final class LogsAuthCommand extends LogIndexCommand {

    @Mixin
    private GrepOption grep;

    @Override
    Exit show(ShowLogs logs, LogIndex index, Console console) throws IOException {
        var filter = logs.filter(Optional.empty(), List.of(), grep.search());
        new LogAuthText(index, logs.refusedLogins(index, filter)).show(console, options());
        return Exit.OK;
    }
}
