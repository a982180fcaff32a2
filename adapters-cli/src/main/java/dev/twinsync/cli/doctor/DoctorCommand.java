package dev.twinsync.cli.doctor;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.NextCommands;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.cli.terminal.Untold;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.doctor.Finding;
import dev.twinsync.os.doctor.Finding.Verdict;
import dev.twinsync.os.doctor.PlaceChecks;
import dev.twinsync.os.doctor.ToolChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Works also where nothing else does: without a repository, and with a configuration that cannot be read. */
@Command(
        name = "doctor",
        description =
                "Look whether this machine has all that twin needs, and say how to mend what it lacks. Changes nothing.",
        footer = "Exit codes: 0 twin works here, 1 it does not before what is called FAULT is mended.")
public final class DoctorCommand implements Callable<Integer> {

    private static final Path ROOT = Path.of("/");

    @Mixin
    private CommonOptions options;

    @Option(names = "--online", description = "Also ask the remote whether it can be reached.")
    private boolean online;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var console = new Console(
                spec.commandLine().getOut(),
                err,
                new Progress(err, false, options.verbose()),
                new NextCommands(Optional.empty(), options.repo()));
        var findings = findings();
        if (options.asJson()) {
            console.json(tree(findings));
        } else {
            findings.forEach(finding -> print(finding, console));
        }
        var exit = isSound(findings) ? Exit.OK : Exit.ERROR;
        return (console.hasLostSomething() ? Untold.ofTelling(exit, console) : exit).code();
    }

    private List<Finding> findings() {
        var commands = new SystemCommandRunner();
        var self = Self.ofThisProcess();
        var home = TwinHome.ofThisProcess();
        var repository = home.repository(options.repo());
        var findings = new ArrayList<Finding>();
        findings.addAll(new PlaceChecks(ROOT, self, StateFolder.ofThisProcess().path(), repository, home.home()).all());
        findings.addAll(new ToolChecks(commands, self).all());
        findings.addAll(new RepositoryChecks(repository, home, commands).all(online));
        return findings;
    }

    private static boolean isSound(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.FAULT);
    }

    private static void print(Finding finding, Console console) {
        var word = finding.verdict() == Verdict.FAULT ? "FAULT" : word(finding);
        console.next(String.format("%-5s  %s: %s", word, finding.what(), Printable.of(finding.says())));
        finding.remedy().ifPresent(remedy -> console.next("       → " + Printable.of(remedy)));
    }

    private static String word(Finding finding) {
        return finding.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static Tree tree(List<Finding> findings) {
        return Tree.map()
                .put("sound", Tree.literal(isSound(findings)))
                .put(
                        "findings",
                        Tree.list(findings.stream().map(DoctorCommand::tree).toList()))
                .build();
    }

    private static Tree tree(Finding finding) {
        var map = Tree.map()
                .put("what", finding.what())
                .put("verdict", word(finding))
                .put("says", finding.says());
        finding.remedy().ifPresent(remedy -> map.put("remedy", remedy));
        return map.build();
    }
}
