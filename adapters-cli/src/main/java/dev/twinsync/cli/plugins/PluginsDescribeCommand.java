package dev.twinsync.cli.plugins;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.ForeignPrograms;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.plugin.PluginName;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.view.KnownNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "What a plugin is, who does its work, and what its document looks like.",
        footer = "Exit codes: 0 described, 1 there is no such plugin.")
final class PluginsDescribeCommand extends TellingCommand {

    @Parameters(paramLabel = "NAME", description = "As twin plugins list has it.")
    private String name;

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var plugins = wiring.plugins();
        var found = plugins.find(name);
        if (found.isEmpty()) {
            KnownNames.ofPlugins(plugins.names()).objection(name).ifPresent(console::complain);
            return Exit.ERROR;
        }
        if (options().asJson()) {
            console.json(tree(found.get(), wiring.programs()));
        } else {
            lines(found.get(), wiring.programs()).stream().map(Printable::of).forEach(console::line);
        }
        return Exit.OK;
    }

    private static List<String> lines(ListedPlugin plugin, ForeignPrograms programs) {
        var descriptor = plugin.descriptor();
        var lines = new ArrayList<>(List.of(
                plugin.name() + " (" + PluginTexts.word(descriptor.sort()) + ")",
                "  is " + PluginTexts.standing(plugin),
                "  reads and writes " + String.join(", ", PluginTexts.documents(descriptor.provides())),
                "  its work is done by " + PluginTexts.by(descriptor.entrypoint())));
        if (!descriptor.dependencies().isEmpty()) {
            lines.add("  depends on "
                    + descriptor.dependencies().stream().map(PluginName::text).collect(Collectors.joining(", ")));
        }
        plugin.foreign().ifPresent(part -> {
            lines.add("  a thing has " + words(new Foreign(part.schema())));
            lines.add("  " + program(plugin, programs));
        });
        return lines;
    }

    private static String words(Foreign kind) {
        return kind.words().entrySet().stream()
                .map(line -> line.getKey() + " (" + line.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String program(ListedPlugin plugin, ForeignPrograms programs) {
        try {
            return "is started from " + programs.trusted(plugin).path();
        } catch (IOException off) {
            return "is not started: " + off.getMessage();
        }
    }

    private static Tree tree(ListedPlugin plugin, ForeignPrograms programs) {
        var tree = PluginTexts.tree(plugin);
        if (plugin.foreign().isPresent()) {
            try {
                tree.put("program", programs.trusted(plugin).path().toString());
            } catch (IOException off) {
                tree.put("not_started", off.getMessage());
            }
        }
        return tree.build();
    }
}
