package dev.twinsync.cli.migrate;

import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.ShortWaitOption;
import dev.twinsync.cli.machine.OneAtATime;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.plan.LockedText;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.predecessor.OldText;
import dev.twinsync.flow.migrating.Choices;
import dev.twinsync.flow.twin.Alone;
import dev.twinsync.git.past.GitOldRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "migrate",
        description =
                "Make a twin repository of one that the predecessor (twinsync) made. OLD is read and stays as it is.",
        footer = {
            "What cannot be taken over is listed with its place and the reason; all of it with -v or --output json.",
            "Exit codes: 0 done, 1 OLD or the new repository is not what is needed, 4 done but for a document that cannot be read or",
            "entries that contradict each other, 7 another twin is at work, 8 a secret stands in the way."
        })
public final class MigrateCommand extends RepoCommand {

    /** Which machine a repository is about. */
    enum Which {
        THIS,
        OTHER
    }

    @Parameters(paramLabel = "OLD", description = "The predecessor's repository, as ~/twinsync-device.")
    private Path old;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration of the script (default: ~/.config/twinsync/config, if it is about OLD).")
    private Path config;

    @Option(
            names = "--manual",
            paramLabel = "FILE",
            description = "The packages that somebody asked for, one a line, as apt-mark showmanual prints them.")
    private Path manual;

    @Option(
            names = "--machine",
            paramLabel = "WHICH",
            description = "Whether OLD is about this machine: ${COMPLETION-CANDIDATES} (default: twin finds out).")
    private Which machine;

    @Mixin
    private ShortWaitOption lockTimeout;

    @Override
    protected boolean makesRepository() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var from = old.toAbsolutePath().normalize();
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            console.complain("there is no folder " + from);
            return Exit.ERROR;
        }
        var choices = choices(from);
        return new Alone(OneAtATime.ofThisProcess(), console.narration())
                .<Exit>run(
                        lockTimeout.duration(),
                        () -> migrate(from, choices, wiring, console),
                        holder -> LockedText.show(holder, console));
    }

    private Exit migrate(Path from, Choices choices, Wiring wiring, Console console) throws IOException {
        var objection = objection(from, wiring.repo().root());
        if (objection.isPresent()) {
            console.complain(objection.get() + "; nothing was touched");
            return Exit.ERROR;
        }
        wiring.whereabouts().forget();
        var result = wiring.migration(new GitOldRepository(from)).migrate(choices, Templates::with);
        return new MigrationText(from, wiring.repo().root(), console, options()).show(result);
    }

    private Choices choices(Path from) throws IOException {
        var shell = OldShellConfig.of(
                Optional.ofNullable(config), TwinHome.ofThisProcess().home(), from);
        return new Choices(
                shell.config(),
                shell.notes(),
                manual == null ? Optional.empty() : Optional.of(names(manual)),
                Optional.ofNullable(machine).map(Which.THIS::equals));
    }

    /** It may be a pipe: --manual <(ssh box apt-mark showmanual). */
    private static Set<String> names(Path list) throws IOException {
        if (Files.notExists(list) || Files.isDirectory(list)) {
            throw new IOException(
                    list + " is no file; make one on the machine that OLD is about, by apt-mark showmanual");
        }
        return OldText.names(new String(Files.readAllBytes(list), StandardCharsets.UTF_8));
    }

    /** Why nothing can be made there. */
    private static Optional<String> objection(Path from, Path to) throws IOException {
        var real = from.toRealPath();
        var target = Files.exists(to) ? to.toRealPath() : to;
        if (target.startsWith(real) || real.startsWith(target)) {
            return Optional.of(
                    "the new repository cannot be in the old one, nor the other way round: say where with --repo");
        }
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(to + " is there and no folder");
        }
        try (var content = Files.list(to)) {
            return content.findAny().isEmpty()
                    ? Optional.empty()
                    : Optional.of(to + " is there and not empty; if a migration was cut off there, delete it, else name"
                            + " another folder with --repo");
        }
    }
}
