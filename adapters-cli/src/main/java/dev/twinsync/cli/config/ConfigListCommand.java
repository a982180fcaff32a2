package dev.twinsync.cli.config;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Print every key with its value, and whether config.yaml says it.")
final class ConfigListCommand extends TellingCommand {

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var written = ConfigChange.of(wiring).written() instanceof Reading.Value<Tree>(var tree)
                ? Optional.of(tree)
                : Optional.<Tree>empty();
        Map<String, Tree> values = new LinkedHashMap<>();
        collect("", wiring.configurationTree(), values);
        if (options().asJson()) {
            var map = Tree.map();
            values.forEach((key, value) -> map.put(
                    key,
                    Tree.map()
                            .put("value", value)
                            .put("default", Tree.literal(!isIn(written, key)))
                            .build()));
            console.json(map.build());
        } else {
            values.forEach((key, value) -> console.line(
                    Printable.of(key + ": " + value.inline() + (isIn(written, key) ? "" : "  (default)"))));
        }
        return Exit.OK;
    }

    private static void collect(String above, Tree tree, Map<String, Tree> values) {
        if (tree instanceof Tree.Mapping(var entries, var _) && !entries.isEmpty()) {
            entries.forEach(
                    entry -> collect(above + (above.isEmpty() ? "" : ".") + entry.key(), entry.value(), values));
        } else {
            values.put(above, tree);
        }
    }

    private static boolean isIn(Optional<Tree> written, String key) {
        var found = written;
        for (String part : key.split("\\.")) {
            found = found.flatMap(tree -> tree instanceof Tree.Mapping map ? map.get(part) : Optional.empty());
        }
        return found.isPresent();
    }
}
