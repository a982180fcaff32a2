package dev.twinsync.cli;

import io.quarkus.picocli.runtime.PicocliCommandLineFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import picocli.CommandLine;

/** The command line as Quarkus runs it, with the exit codes of twin. */
@ApplicationScoped
class TwinMain {

    @Produces
    CommandLine commandLine(PicocliCommandLineFactory factory) {
        return configured(factory.create());
    }

    static CommandLine configured(CommandLine commandLine) {
        withExitCodes(commandLine);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
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
            case IOException fault -> {
                console.complain(String.valueOf(fault.getMessage()));
                yield Exit.ERROR.code();
            }
            default -> throw failure;
        };
    }
}
