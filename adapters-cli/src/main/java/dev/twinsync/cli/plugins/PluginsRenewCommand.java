package dev.twinsync.cli.plugins;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.PluginFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "renew",
        description = "Write plugin.yaml and schema.yaml of twin's own plugins as this twin has them, and commit that.",
        footer = {
            "Without names: of all that are on. With a name, a plugin whose plugin.yaml was taken away is on again.",
            "Exit codes: 0 they are as twin has them, 1 there is no such plugin."
        })
final class PluginsRenewCommand extends RepoCommand {

    @Parameters(paramLabel = "NAME", description = "As twin plugins list has it.")
    private List<String> names = List.of();

    /** It repairs what stops the others, so it reads none of it. */
    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        for (String name : names) {
            if (!Catalog.names().contains(name)) {
                console.complain(
                        "twin has no plugin \"" + name + "\" of its own; it has " + String.join(", ", Catalog.names()));
                return Exit.ERROR;
            }
        }
        var paths = new ArrayList<String>();
        for (String name : names.isEmpty() ? on(wiring) : names) {
            paths.addAll(List.of(PluginFolder.descriptor(name), PluginFolder.schema(name)));
        }
        for (String path : paths) {
            wiring.repo().store(path, new ByteArrayInputStream(Templates.resource(path)));
        }
        var commit = paths.isEmpty()
                ? Optional.<String>empty()
                : wiring.repo().commit("twin plugins renew", Set.copyOf(paths));
        if (options().asJson()) {
            var map = Tree.map().put("changed", Tree.literal(commit.isPresent()));
            commit.ifPresent(id -> map.put("commit", id));
            console.json(map.build());
        } else {
            console.line(Printable.of(commit.map(id -> "Committed as " + id.substring(0, 10))
                    .orElse("They are as this twin has them already.")));
        }
        return Exit.OK;
    }

    private static List<String> on(Wiring wiring) throws IOException {
        var off = wiring.plugins().off();
        return Catalog.names().stream().filter(name -> !off.contains(name)).toList();
    }
}
