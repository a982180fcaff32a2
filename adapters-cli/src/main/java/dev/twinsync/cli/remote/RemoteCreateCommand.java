package dev.twinsync.cli.remote;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.CodeHost;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Make a private repository at GitHub and let this one know it. Nothing is sent before twin push.",
        footer = {
            "It is done by gh where that is logged in, else with the token in TWIN_GIT_TOKEN or ~/.config/twin/git_token.",
            "Exit codes: 0 made and read back as private, 1 it did not work."
        })
final class RemoteCreateCommand extends RepoCommand {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    @Parameters(
            arity = "0..1",
            paramLabel = "REPOSITORY",
            description = "Its name (default: twin- and that of the machine).")
    private String repository;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            converter = RemoteOption.Name.class,
            description = "What it is called here (default: origin).")
    private RemoteName name = RemoteName.USUAL;

    @Option(names = "--ssh", description = "Reach it by ssh and not by https.")
    private boolean withSsh;

    @Override
    protected Optional<RemoteName> remote() {
        return Optional.of(name);
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        if (wiring.sharing().history().remotes().containsKey(name.text())) {
            console.complain("there is a remote " + name + " already; no repository was made");
            return Exit.ERROR;
        }
        var wanted = repository == null ? "twin-" + machine() : repository;
        return switch (wiring.sharing().host(withSsh).create(wanted)) {
            case CodeHost.Created.Failed(var sentence) -> {
                console.complain(sentence);
                yield Exit.ERROR;
            }
            case CodeHost.Created.Made(var address) -> {
                wiring.sharing().history().add(name, address);
                tell(address, console);
                yield Exit.OK;
            }
        };
    }

    private void tell(RemoteAddress address, Console console) {
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("remote", name.text())
                    .put("address", address.text())
                    .put("private", Tree.literal(true))
                    .build());
        } else {
            console.next("Made " + address + ", which is private, and added it as " + name + ". Next: twin push");
        }
    }

    private static String machine() throws IOException {
        return Files.readString(HOST_NAME).strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }
}
