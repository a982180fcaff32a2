package dev.twinsync.cli;

import dev.twinsync.flow.Selection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Restricts a command to a part of what is declared. */
final class OnlyOption {

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            description = "Only these: a plugin (packages.debian), a kind (packages) or a thing (packages:htop);"
                    + " * and ? match any characters and any one.")
    private List<String> only = new ArrayList<>();

    Selection selection() {
        return new Selection(only);
    }
}
