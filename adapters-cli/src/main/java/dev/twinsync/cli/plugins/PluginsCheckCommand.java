package dev.twinsync.cli.plugins;

import dev.twinsync.cli.catalog.SchemaChecks;
import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.config.ConfigValidateCommand;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.os.worker.PluginVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Check every plugin.yaml and schema.yaml of this repository; or with EXECUTABLE, whether a program keeps"
                        + " to what twin expects of a plugin.",
        footer = {
            "EXECUTABLE is started as it is, by you; it needs no repository. Without a folder in its name it is looked for where programs",
            "of plugins are; one that is here is ./EXECUTABLE. Without --wish it is only asked to look.",
            "With --wish it makes what stands in FILE on this machine, and takes it away again.",
            "Exit codes: 0 all is right, 1 something is wrong."
        })
final class PluginsCheckCommand extends TellingCommand {

    @Parameters(paramLabel = "EXECUTABLE", arity = "0..1", description = "The program of a plugin.")
    private Path executable;

    @Option(
            names = "--as",
            paramLabel = "DIR",
            description = "The folder with its plugin.yaml and schema.yaml (default: the one that EXECUTABLE is in).")
    private Path described;

    @Option(
            names = "--wish",
            paramLabel = "FILE",
            description = "A document of its fragment, with things that are not there yet.")
    private Path wish;

    @Override
    protected boolean needsRepository() {
        return executable == null;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        return executable == null ? ofRepository(wiring, console) : ofProgram(console);
    }

    private Exit ofProgram(Console console) throws IOException {
        var home = TwinHome.ofThisProcess().home();
        var program = ProgramCheck.program(executable, PluginFolders.ofThisMachine(home, Self.ofThisProcess()));
        var folder = Optional.ofNullable(described).orElse(program.getParent());
        var verdicts = ProgramCheck.in(folder).of(program, Optional.ofNullable(wish));
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("valid", Tree.literal(isKept(verdicts)))
                    .put(
                            "laws",
                            Tree.list(verdicts.stream()
                                    .map(PluginsCheckCommand::tree)
                                    .toList()))
                    .build());
        } else {
            verdicts.forEach(verdict -> console.line(Printable.of((verdict.isKept() ? "ok    " : "FAIL  ")
                    + verdict.law()
                    + verdict.fault().map(fault -> ": " + fault).orElse(""))));
        }
        return isKept(verdicts) ? Exit.OK : Exit.ERROR;
    }

    private static boolean isKept(List<PluginVerdict> verdicts) {
        return verdicts.stream().allMatch(PluginVerdict::isKept);
    }

    private static Tree tree(PluginVerdict verdict) {
        var map = Tree.map().put("law", verdict.law()).put("kept", Tree.literal(verdict.isKept()));
        verdict.fault().ifPresent(fault -> map.put("fault", fault));
        return map.build();
    }

    private Exit ofRepository(Wiring wiring, Console console) throws IOException {
        var problems = problems(wiring);
        if (options().asJson()) {
            console.json(ConfigValidateCommand.tree(problems));
        } else if (problems.isEmpty()) {
            console.line("plugins/ is in order.");
        } else {
            console.unreadable(problems);
        }
        return problems.isEmpty() ? Exit.OK : Exit.ERROR;
    }

    private static List<Problem> problems(Wiring wiring) throws IOException {
        try {
            return new SchemaChecks(wiring.repo()).problems(wiring.plugins());
        } catch (Unreadable wrong) {
            return wrong.problems();
        }
    }
}
