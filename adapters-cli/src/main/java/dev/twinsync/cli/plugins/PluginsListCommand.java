package dev.twinsync.cli.plugins;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.ListedPlugin;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "The plugins of this repository, and which of them are on.",
        footer = {
            "A plugin is on where plugins/NAME/plugin.yaml is there and config.yaml does not name it in disabled_plugins.",
            "Exit codes: 0 listed, 1 a plugin.yaml is wrong."
        })
final class PluginsListCommand extends TellingCommand {

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var plugins = wiring.plugins().all();
        if (options().asJson()) {
            console.json(Tree.map()
                    .put(
                            "plugins",
                            Tree.list(plugins.stream()
                                    .map(plugin -> PluginTexts.tree(plugin).build())
                                    .toList()))
                    .build());
        } else {
            plugins.stream().map(PluginsListCommand::line).map(Printable::of).forEach(console::next);
        }
        return Exit.OK;
    }

    private static String line(ListedPlugin plugin) {
        return String.format(
                TextColumns.PLUGIN + "%-32s %s",
                plugin.name(),
                String.join(", ", PluginTexts.documents(plugin.descriptor().provides())),
                PluginTexts.standing(plugin));
    }
}
