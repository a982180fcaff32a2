package dev.twinsync.cli.remote;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteName;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Let this repository know a remote one. Nobody is asked, and nothing is sent.",
        footer =
                "Exit codes: 0 added or known by the same address already, 1 known by another one, 64 no name or no address.")
final class RemoteAddCommand extends RepoCommand {

    @Parameters(index = "0", paramLabel = "NAME", converter = RemoteOption.Name.class, description = "As origin.")
    private RemoteName name;

    @Parameters(
            index = "1",
            paramLabel = "ADDRESS",
            description =
                    "https://HOST/PATH, ssh://USER@HOST/PATH, USER@HOST:PATH or /PATH; no password or token in it.")
    private String address;

    @Override
    protected Optional<RemoteName> remote() {
        return Optional.of(name);
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var checked = checked();
        var known = wiring.sharing().history().remotes().get(name.text());
        if (known != null && !known.equals(checked)) {
            console.complain(name + " is " + known + " already; to change that: git -C "
                    + ShellWord.of(wiring.repo().root()) + " remote set-url " + name + " ADDRESS");
            return Exit.ERROR;
        }
        boolean added = wiring.sharing().history().add(name, checked);
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("remote", name.text())
                    .put("address", checked.text())
                    .put("added", Tree.literal(added))
                    .build());
        } else {
            console.next((added ? "Added " : "Known already: ") + name + " " + checked + ". Next: twin push");
        }
        return Exit.OK;
    }

    private RemoteAddress checked() {
        try {
            return new RemoteAddress(address);
        } catch (IllegalArgumentException refused) {
            throw wrongUsage(refused.getMessage());
        }
    }
}
