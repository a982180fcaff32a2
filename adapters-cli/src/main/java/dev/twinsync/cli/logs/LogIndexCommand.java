package dev.twinsync.cli.logs;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.logs.ShowLogs;
import java.io.IOException;
import java.util.Optional;

/** A command on the logs as the repository has them. It looks at nothing else, not even for a run that was cut off. */
abstract class LogIndexCommand extends TellingCommand {

    /** What the command shows of what was captured last. */
    abstract Exit show(ShowLogs logs, LogIndex index, Console console) throws IOException;

    @Override
    protected final boolean tellsOfOpenRun() {
        return false;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var logs = wiring.logs();
        return switch (logs.index()) {
            case Reading.Wrong<Optional<LogIndex>>(var problems) -> {
                var exit = console.unreadable(problems);
                console.complain("the next snapshot writes it anew; run: twin snapshot");
                yield exit;
            }
            case Reading.Value<Optional<LogIndex>>(var index) ->
                index.isPresent() ? show(logs, index.get(), console) : nothing(console);
        };
    }

    static Exit nothing(Console console) {
        console.complain("no logs were captured yet; to do so, run: twin snapshot");
        return Exit.ERROR;
    }
}
