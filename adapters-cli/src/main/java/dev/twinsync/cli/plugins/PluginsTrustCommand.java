package dev.twinsync.cli.plugins;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.plan.TerminalConfirmation;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.os.plugins.FoundProgram;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trust",
        description = "Let the program of a plugin of other people be started, as it is now.",
        footer = {
            "It is found in /usr/lib/twin/plugins, /usr/local/lib/twin/plugins or ~/.local/share/twin/plugins. Another program, or",
            "another plugin.yaml or schema.yaml, has to be trusted anew.",
            "Exit codes: 0 trusted, 1 there is nothing to trust, 8 not approved."
        })
final class PluginsTrustCommand extends RepoCommand {

    @Parameters(paramLabel = "NAME", description = "As twin plugins list has it.")
    private String name;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var plugin = wiring.plugins().find(name).filter(one -> one.foreign().isPresent());
        if (plugin.isEmpty()) {
            console.complain("there is no plugin of other people called \"" + name + "\" here; see: twin plugins list");
            return Exit.ERROR;
        }
        var found = wiring.programs().find(plugin.get());
        words(plugin.get(), found).stream().map(Printable::of).forEach(console::aside);
        if (!yes && !isAgreed()) {
            console.complain("not trusted; to answer beforehand: --yes");
            return Exit.REFUSED;
        }
        wiring.programs().trust(plugin.get(), found);
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("trusted", name)
                    .put("program", found.path().toString())
                    .put("digest", found.digest().text())
                    .build());
        } else {
            console.line(Printable.of("Trusted: " + found.path()));
        }
        return Exit.OK;
    }

    private static List<String> words(ListedPlugin plugin, FoundProgram found) {
        return List.of(
                plugin.name() + " is done by " + found.path(),
                "  " + found.digest(),
                found.isOfRoot() ? "  which only root can have put there" : "  which is yours",
                plugin.descriptor().root()
                        ? "  It will look as you, and change the machine as root."
                        : "  It will look and act as you, with all your rights.");
    }

    private static boolean isAgreed() {
        return TerminalConfirmation.terminal()
                .map(terminal -> terminal.readLine("%s", "Trust it? [y/N] "))
                .filter(answer -> answer.strip().matches("(?i)y|yes"))
                .isPresent();
    }
}
