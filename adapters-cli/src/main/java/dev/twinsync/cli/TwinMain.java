package dev.twinsync.cli;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.SecretsText;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.NextCommands;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.cli.terminal.Untold;
import dev.twinsync.cli.wiring.OfAnotherMachine;
import dev.twinsync.flow.plan.UnreadableRun;
import dev.twinsync.os.hashing.MuchToHash;
import dev.twinsync.port.SecretFound;
import dev.twinsync.port.Sha256;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logmanager.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Where twin starts: a command line that Quarkus runs, with the exit codes of twin. */
@QuarkusMain
public final class TwinMain implements QuarkusApplication {

    /** A terminal that knows no colours; the other ways to want none are known to picocli. */
    private static final String DUMB = "dumb";

    /** What tells of twin itself, for which nothing needs to be started. */
    private static final Set<String> WORDS_OF_HELP = Set.of("help", "--help", "-h", "--version", "-V");

    /** @param arguments as they stand behind {@code twin} on a command line */
    public static void main(String... arguments) {
        if (Stream.of(arguments).anyMatch(WORDS_OF_HELP::contains)) {
            System.exit(execute(arguments));
        }
        Sha256.madeBy(new MuchToHash());
        System.setProperty("java.util.logging.manager", LogManager.class.getName());
        Quarkus.run(TwinMain.class, arguments);
    }

    @Override
    public int run(String... arguments) {
        return execute(arguments);
    }

    private static int execute(String... arguments) {
        var commandLine = commandLine(List.of(arguments));
        try {
            int exit = commandLine.execute(arguments);
            commandLine.getOut().flush();
            return exit == Exit.OK.code() && System.out.checkError() ? untold(commandLine) : exit;
        } finally {
            commandLine.getOut().flush();
            commandLine.getErr().flush();
        }
    }

    /** Of what tells of twin itself: the commands that work on a repository have looked themselves. */
    private static int untold(CommandLine commandLine) {
        Untold.words().ifPresent(words -> commandLine.getErr().println("twin: " + words));
        return Exit.ERROR.code();
    }

    /** Fit for these arguments. */
    public static CommandLine commandLine(List<String> arguments) {
        return configured(Commands.of(arguments));
    }

    /** With every command, for who tells of all of them. */
    static CommandLine whole() {
        return configured(Commands.all());
    }

    private static CommandLine configured(CommandLine commandLine) {
        withExitCodesAndHelp(commandLine);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        if (DUMB.equals(System.getenv("TERM"))) {
            commandLine.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        }
        commandLine.setExecutionStrategy(TwinMain::run);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return commandLine;
    }

    /** A machine that was named and is not gone to would be taken for this one. */
    private static int run(ParseResult parsed) {
        var commands = parsed.asCommandLineList();
        var command = commands.getLast();
        boolean named = commands.stream().anyMatch(one -> one.getParseResult().hasMatchedOption(CommonOptions.HOST));
        if (named && !(command.<Object>getCommand() instanceof RepoCommand known && known.reachesHosts())) {
            throw new ParameterException(
                    command,
                    "twin " + command.getCommandName() + " is about this machine or its repository alone, so "
                            + CommonOptions.HOST + " says nothing to it");
        }
        return new RunLast().execute(parsed);
    }

    private static void withExitCodesAndHelp(CommandLine commandLine) {
        var command = commandLine.getCommandSpec();
        command.exitCodeOnInvalidInput(Exit.USAGE.code()).exitCodeOnExecutionException(Exit.ERROR.code());
        if (command.findOption("--help") == null && !command.helpCommand()) {
            command.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help and exit.")
                    .build());
        }
        commandLine.getSubcommands().values().forEach(TwinMain::withExitCodesAndHelp);
    }

    /** A fault of the disk or of Git is a sentence; anything else is a fault of twin, whose whole story is wanted. */
    private static int failed(Exception failure, CommandLine command) throws Exception {
        var next = command.<Object>getCommand() instanceof RepoCommand known ? known.next() : NextCommands.HERE;
        var progress = new Progress(command.getErr(), false, false);
        var console = new Console(command.getOut(), command.getErr(), progress, next);
        return switch (failure) {
            case Unreadable unreadable ->
                console.unreadable(unreadable.problems()).code();
            case SecretFound found -> refused(found, command, console).code();
            case OfAnotherMachine refused -> {
                console.complain(refused.getMessage());
                yield Exit.REFUSED.code();
            }
            case UnreadableRun run -> {
                console.complain(run.getMessage());
                yield Exit.NEEDS_PERSON.code();
            }
            case IOException fault -> {
                console.complain(String.valueOf(fault.getMessage()));
                yield Exit.ERROR.code();
            }
            case UncheckedIOException fault -> failed(fault.getCause(), command);
            default -> throw failure;
        };
    }

    private static Exit refused(SecretFound found, CommandLine command, Console console) {
        SecretsText.of(found.leaks()).forEach(console::complain);
        console.complain(found.getMessage());
        if (command.<Object>getCommand() instanceof RepoCommand repo
                && repo.options().asJson()) {
            console.json(SecretsText.tree(found));
        }
        return Exit.REFUSED;
    }
}
