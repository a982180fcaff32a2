package dev.twinsync.cli;

import dev.twinsync.cli.terminal.Exit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** picocli's own command of this name looks at the first word alone. */
@Command(
        name = "help",
        helpCommand = true,
        description = "Show the help of twin, or of a command of it: twin help schedule show.")
final class HelpOfCommand implements Callable<Integer> {

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The words of a command, as schedule show.")
    private List<String> words = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean isAsked;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var command = spec.parent().commandLine();
        for (String word : words) {
            command = below(command, word);
        }
        command.usage(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
        return Exit.OK.code();
    }

    private static CommandLine below(CommandLine command, String word) {
        var found = command.getSubcommands().get(word);
        if (found == null) {
            throw new ParameterException(
                    command, command.getCommandSpec().qualifiedName() + " has no command \"" + word + "\"");
        }
        return found;
    }
}
