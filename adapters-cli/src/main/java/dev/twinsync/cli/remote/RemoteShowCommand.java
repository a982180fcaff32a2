package dev.twinsync.cli.remote;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteName;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "show", description = "The remotes of this repository and what is known of them. Nobody is asked.")
final class RemoteShowCommand extends TellingCommand {

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var remotes = wiring.sharing().history().remotes();
        if (options().asJson()) {
            var list = Tree.map();
            for (var remote : remotes.entrySet()) {
                list.put(remote.getKey(), tree(remote, wiring));
            }
            console.json(Tree.map().put("remotes", list.build()).build());
            return Exit.OK;
        }
        if (remotes.isEmpty()) {
            console.next("There is no remote yet; run: twin remote add origin ADDRESS, or twin remote create");
        }
        for (var remote : remotes.entrySet()) {
            console.line(Printable.of(remote.getKey() + "  " + remote.getValue() + "  "
                    + known(remote, wiring)
                            .map(commit -> "had " + commit.substring(0, 10) + " when it was last seen")
                            .orElse("never seen")));
        }
        return Exit.OK;
    }

    private static Tree tree(Map.Entry<String, RemoteAddress> remote, Wiring wiring) throws IOException {
        var tree = Tree.map().put("address", remote.getValue().text());
        known(remote, wiring).ifPresent(commit -> tree.put("commit", commit));
        return tree.build();
    }

    private static Optional<String> known(Map.Entry<String, RemoteAddress> remote, Wiring wiring) throws IOException {
        return wiring.sharing()
                .history()
                .known(
                        new RemoteName(remote.getKey()),
                        wiring.sharing().history().branch());
    }
}
