package dev.twinsync.cli;

import dev.twinsync.flow.Selection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Restricts a command to a part of what is declared. */
final class OnlyOption {

    private static final String NAME = "--only";

    @Option(
            names = NAME,
            paramLabel = "WHAT",
            split = ",",
            description = "Only these: a plugin (packages.debian), a kind (packages) or a thing (packages:htop);"
                    + " * and ? match any characters and any one.")
    private List<String> only = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Of {@code --only ,} nothing is left, which must not read as everything. */
    Selection selection() {
        if (only.isEmpty() && command.commandLine().getParseResult().hasMatchedOption(NAME)) {
            throw new ParameterException(command.commandLine(), NAME + " names nothing");
        }
        return new Selection(only);
    }
}
