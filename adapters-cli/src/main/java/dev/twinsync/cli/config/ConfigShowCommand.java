package dev.twinsync.cli.config;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.git.yaml.YamlTree;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "show", description = "Print the configuration in force, defaults included.")
final class ConfigShowCommand extends TellingCommand {

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var tree = wiring.configurationTree();
        if (options().asJson()) {
            console.json(tree);
        } else {
            console.print(YamlTree.write("", tree));
        }
        return Exit.OK;
    }
}
