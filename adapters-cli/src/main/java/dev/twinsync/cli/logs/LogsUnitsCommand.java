package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.ShowLogs;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "units",
        description = "The units that failed, that wrote something critical, and that errors are known of.",
        footer = "Exit codes: 0 shown, also where there are none, 1 no logs were captured yet.")
final class LogsUnitsCommand extends LogIndexCommand {

    @Mixin
    private UnitOption unit;

    @Override
    Exit show(ShowLogs logs, LogIndex index, Console console) {
        var filter = logs.filter(Optional.empty(), unit.units(), Optional.empty());
        new LogUnitsText(index, logs.units(index, filter)).show(console, options());
        return Exit.OK;
    }
}
