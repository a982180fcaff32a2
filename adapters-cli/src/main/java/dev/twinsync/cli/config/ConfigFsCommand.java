package dev.twinsync.cli.config;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "fs",
        description = "The folders below which twin records files without being asked for them by name.",
        subcommands = {ConfigFsCommand.Add.class, ConfigFsCommand.Remove.class, ConfigFsCommand.Roots.class})
final class ConfigFsCommand {

    @Command(name = "add", description = "Record everything below a folder from now on.")
    static final class Add extends RepoCommand {

        @Parameters(paramLabel = "DIR", description = "An absolute path.")
        private String folder;

        @Override
        protected Exit run(Wiring wiring, Console console) throws IOException {
            return new ConfigChange(console, options().asJson())
                    .told(
                            ConfigChange.of(wiring).addRoot(folder),
                            "Recorded from now on: " + Printable.of(folder) + ". To record it now, run: twin snapshot",
                            "It is recorded already.");
        }
    }

    @Command(name = "remove", description = "No longer record what is below a folder; nothing on the machine changes.")
    static final class Remove extends RepoCommand {

        @Parameters(paramLabel = "DIR", description = "As twin config fs list prints it.")
        private String folder;

        @Override
        protected Exit run(Wiring wiring, Console console) throws IOException {
            return new ConfigChange(console, options().asJson())
                    .told(
                            ConfigChange.of(wiring).removeRoot(folder),
                            "No longer recorded: " + Printable.of(folder),
                            "That is none of the recorded folders; to see them, run: twin config fs list");
        }
    }

    @Command(name = "list", description = "Print the folders.")
    static final class Roots extends TellingCommand {

        @Override
        protected Exit run(Wiring wiring, Console console) throws IOException {
            var roots = Optional.of(wiring.configurationTree())
                    .flatMap(tree -> ((Tree.Mapping) tree).get("files"))
                    .flatMap(files -> ((Tree.Mapping) files).get("roots"))
                    .orElseThrow();
            if (options().asJson()) {
                console.json(roots);
            } else if (roots instanceof Tree.Sequence(var items, var _)) {
                items.forEach(root -> console.line(Printable.of(root.inline())));
            }
            return Exit.OK;
        }
    }
}
