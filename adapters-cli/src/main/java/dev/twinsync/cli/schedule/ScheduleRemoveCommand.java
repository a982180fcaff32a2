package dev.twinsync.cli.schedule;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.schedule.Timers;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "remove",
        description = "Take the timer away that twin schedule install made.",
        footer = "Exit codes: 0 it is not there any more, 1 it could not be taken away, or is not as twin wrote it.")
final class ScheduleRemoveCommand extends RepoCommand {

    @Override
    protected boolean makesRepository() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        boolean was = Timers.of(
                        new SystemCommandRunner(),
                        Self.ofThisProcess(),
                        TwinHome.ofThisProcess().home())
                .remove();
        if (options().asJson()) {
            console.json(Tree.map().put("removed", Tree.literal(was)).build());
        } else {
            console.line(was ? "Removed." : "There is no timer of twin.");
        }
        return Exit.OK;
    }
}
