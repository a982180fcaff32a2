package dev.twinsync.cli.config;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Nearest;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.YamlTree;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "get", description = "Print one value of the configuration in force.")
final class ConfigGetCommand extends TellingCommand {

    @Parameters(paramLabel = "KEY", description = "As it is nested, with dots: files.max_bytes")
    private String key;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        Optional<Tree> found = Optional.of(wiring.configurationTree());
        var hint = "";
        for (String part : key.split("\\.", -1)) {
            hint = found.isPresent() ? hint(found.get(), part) : hint;
            found = found.flatMap(tree -> tree instanceof Tree.Mapping mapping ? mapping.get(part) : Optional.empty());
        }
        if (found.isEmpty()) {
            console.complain(
                    "the configuration has no \"" + key + "\"" + hint + "; to see all of it, run: twin config show");
            return Exit.ERROR;
        }
        print(found.get(), console);
        return Exit.OK;
    }

    private static String hint(Tree above, String part) {
        return above instanceof Tree.Mapping(var entries, var _)
                ? Nearest.hint(part, entries.stream().map(Tree.Entry::key).toList())
                : "";
    }

    private void print(Tree tree, Console console) {
        if (options().asJson()) {
            console.json(tree);
        } else if (tree instanceof Tree.Scalar(var text, var _, var _)) {
            console.line(Printable.of(text));
        } else {
            console.print(YamlTree.write("", tree));
        }
    }
}
