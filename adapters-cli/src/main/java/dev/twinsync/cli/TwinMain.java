package dev.twinsync.cli;

import dev.twinsync.port.SecretFound;
import io.quarkus.picocli.runtime.PicocliCommandLineFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line as Quarkus runs it, with the exit codes of twin. */
@ApplicationScoped
class TwinMain {

    /** A terminal that knows no colours; the other ways to want none are known to picocli. */
    private static final String DUMB = "dumb";

    @Produces
    CommandLine commandLine(PicocliCommandLineFactory factory) {
        return configured(factory.create());
    }

    static CommandLine configured(CommandLine commandLine) {
        withExitCodes(commandLine);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        if (DUMB.equals(System.getenv("TERM"))) {
            commandLine.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        }
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return commandLine;
    }

    private static void withExitCodes(CommandLine commandLine) {
        commandLine
                .getCommandSpec()
                .exitCodeOnInvalidInput(Exit.USAGE.code())
                .exitCodeOnExecutionException(Exit.ERROR.code());
        commandLine.getSubcommands().values().forEach(TwinMain::withExitCodes);
    }

    /** A fault of the disk or of Git is a sentence; anything else is a fault of twin, whose whole story is wanted. */
    private static int failed(Exception failure, CommandLine command) throws Exception {
        var console = new Console(command.getOut(), command.getErr(), new Progress(command.getErr(), false, false));
        return switch (failure) {
            case Unreadable unreadable ->
                console.unreadable(unreadable.problems()).code();
            case SecretFound found -> refused(found, command, console).code();
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
