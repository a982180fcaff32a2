package dev.twinsync.cli.command;

import dev.twinsync.flow.view.OnlyWord;
import dev.twinsync.flow.view.Selection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Restricts a command to a part of what is declared. */
public final class OnlyOption {

    private static final String NAME = "--only";

    @Option(
            names = NAME,
            paramLabel = "WHAT[,WHAT...]", // parted here: what is called so may have a comma, or a quotation mark
            description = "Only these: a plugin (packages.debian), a kind (packages) or a thing (packages:htop);"
                    + " * and ? match any characters and any one; " + OnlyWord.COMMA_IN_A_NAME + ".")
    private List<String> only = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Of {@code --only ,} nothing is left, which must not read as everything. */
    public Selection selection() {
        var patterns =
                only.stream().flatMap(word -> OnlyWord.patterns(word).stream()).toList();
        if (patterns.isEmpty() && command.commandLine().getParseResult().hasMatchedOption(NAME)) {
            throw new ParameterException(command.commandLine(), NAME + " names nothing");
        }
        return new Selection(patterns);
    }
}
