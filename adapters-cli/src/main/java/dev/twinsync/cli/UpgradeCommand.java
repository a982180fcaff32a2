package dev.twinsync.cli;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.installation.Installed;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Says what a person has to do; twin never exchanges itself. */
@Command(
        name = "upgrade",
        description =
                "Say how to get a newer twin, for the way in which this one was installed. Does nothing, and asks nobody.",
        footer = {
            "Finish a run that was cut off before; this says so where there is one. Repositories, and what twin keeps for undo, stay"
                    + " as they are.",
            "Exit codes: 0 said, 1 this twin was not installed in a way that it knows."
        })
final class UpgradeCommand extends TellingCommand {

    /** It needs none. */
    @Override
    protected boolean makesRepository() {
        return true;
    }

    @Override
    protected boolean tellsOfOpenRun() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var advice = UpgradeAdvice.on(Installed.ofThisProcess());
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("version", Version.number())
                    .put("installed_as", advice.installedAs())
                    .put(
                            "steps",
                            Tree.list(advice.steps().stream().map(Tree::text).toList()))
                    .build());
        } else {
            console.line("twin " + Version.number() + ", " + Printable.of(advice.sentence()));
            advice.steps().forEach(step -> console.line("  " + Printable.of(step)));
        }
        return advice.steps().isEmpty() ? Exit.ERROR : Exit.OK;
    }
}
