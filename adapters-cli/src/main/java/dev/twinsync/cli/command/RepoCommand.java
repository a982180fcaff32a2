package dev.twinsync.cli.command;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.NextCommands;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.cli.terminal.Untold;
import dev.twinsync.cli.wiring.OpenRunText;
import dev.twinsync.cli.wiring.Surroundings;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.git.folder.DetachedHead;
import dev.twinsync.git.shared.GitSharedHistory;
import dev.twinsync.os.PrivateMemory;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.RemoteName;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that works on the twin repository. */
public abstract class RepoCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    private boolean runIsOpen;

    /** What the command does, in an existing repository. */
    protected abstract Exit run(Wiring wiring, Console console) throws IOException;

    /** Whether the command is there to make the repository. */
    protected boolean makesRepository() {
        return false;
    }

    /** Whether there must be one. */
    protected boolean needsRepository() {
        return !makesRepository();
    }

    /** Whether what it writes is all there is to it: then it did nothing where that got lost. */
    protected boolean onlyTells() {
        return false;
    }

    /** Whether {@code --output markdown} is understood. */
    protected boolean writesMarkdown() {
        return false;
    }

    /** Whether a run that was cut off is told of before the command does its work. */
    protected boolean tellsOfOpenRun() {
        return needsRepository();
    }

    /** Whether {@code --host} is understood: the command looks at the machine or changes it. */
    public boolean reachesHosts() {
        return false;
    }

    /** The remote that the command is about, where one was named. */
    protected Optional<RemoteName> remote() {
        return Optional.empty();
    }

    /** What a person is to run next, about the same things. */
    public final NextCommands next() {
        return new NextCommands(host(), options.repo(), remote());
    }

    @Override
    public Integer call() throws IOException {
        refuseOptionsBeforeCommand();
        if (options.asMarkdown() && !writesMarkdown()) {
            throw wrongUsage("--output markdown goes with twin plan");
        }
        var home = TwinHome.ofThisProcess();
        var root = home.repository(options.repo());
        var err = spec.commandLine().getErr();
        var progress = new Progress(err, Console.isTerminal(), options.verbose());
        var console = new Console(spec.commandLine().getOut(), err, progress, next());
        if (new GitSharedHistory(root, home.home(), SecretGate.SHUT).finish()) {
            console.complain("a twin pull that was cut off is finished now; see what it brought: git -C "
                    + ShellWord.of(root) + " log");
        }
        var memory =
                new PrivateMemory(new PrivateFolder(StateFolder.ofThisProcess().memory(root)));
        var known = Recollection.of(memory, options.full());
        try (var wiring = Wiring.of(root, new Surroundings(home.home(), progress, known), host())) {
            if (needsRepository() && !wiring.repo().exists()) {
                return NoRepository.at(root, home).told(console).code();
            }
            if (isElsewhere(wiring, console)) {
                return Exit.REFUSED.code();
            }
            if (host().isPresent() && tellsOfOpenRun()) {
                wiring.view();
            }
            tellOfOpenRun(wiring, console);
            var head = DetachedHead.of(root);
            var exit = run(wiring, console);
            head.madeSince().ifPresent(commit -> console.complain(onNoBranch(commit, root)));
            return (console.hasLostSomething() ? untold(exit, console) : exit).code();
        } finally {
            known.keep();
            progress.finish();
        }
    }

    private static String onNoBranch(String commit, Path root) {
        return "no branch is checked out, so git forgets commit " + commit.substring(0, 10)
                + " once another is; to keep it: git -C " + ShellWord.of(root) + " switch -c NAME";
    }

    private Exit untold(Exit exit, Console console) {
        return onlyTells() ? Untold.ofTelling(exit, console) : Untold.ofDoing(exit, console);
    }

    /** Whatever was asked for, that a run was cut off comes first. */
    private void tellOfOpenRun(Wiring wiring, Console console) {
        if (tellsOfOpenRun()) {
            try {
                var notice = wiring.openRun();
                notice.map(OpenRunText.Notice::sentence).ifPresent(console::complain);
                runIsOpen = notice.filter(OpenRunText.Notice::needsPerson).isPresent();
            } catch (IOException broken) {
                console.complain(broken.getMessage());
                runIsOpen = true;
            }
        }
    }

    /** Whether a run waits for a person to end it; also one that cannot be read. */
    protected boolean runIsOpen() {
        return runIsOpen;
    }

    /** The same, unless it says that all is well while a run is open. */
    protected Exit unlessRunIsOpen(Exit exit) {
        return runIsOpen && exit == Exit.OK ? Exit.NEEDS_PERSON : exit;
    }

    /** They would be read, have no effect, and leave the command to the default repository. */
    private void refuseOptionsBeforeCommand() {
        for (var above = spec.commandLine().getParent(); above != null; above = above.getParent()) {
            if (above.getParseResult().matchedOptions().stream().anyMatch(RepoCommand::isNotHost)) {
                throw new ParameterException(
                        spec.commandLine(), "options stand behind the command, as in: twin status --repo DIR");
            }
        }
    }

    /** Whether the repository is that of another machine and this one would be looked at or changed in its place. */
    private boolean isElsewhere(Wiring wiring, Console console) throws IOException {
        if (!reachesHosts() || host().isPresent()) {
            return false;
        }
        var refusal = wiring.whereabouts().refusal(machine -> "say --host " + machine);
        refusal.ifPresent(console::complain);
        return refusal.isPresent();
    }

    private static boolean isNotHost(OptionSpec option) {
        return !option.longestName().equals(CommonOptions.HOST);
    }

    /** The machine it is about, named behind or before the command; empty: this one. */
    protected Optional<HostAddress> host() {
        return CommonOptions.host(spec.commandLine());
    }

    /** What to throw where options do not go together. */
    protected ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Whether standard output shows colours, and nobody has asked for none. */
    protected boolean inColour() {
        return spec.commandLine().getColorScheme().ansi().enabled();
    }

    public CommonOptions options() {
        return options;
    }
}
