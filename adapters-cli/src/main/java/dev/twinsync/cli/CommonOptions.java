package dev.twinsync.cli;

import dev.twinsync.flow.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that mean the same everywhere. */
final class CommonOptions {

    /** How a command prints its result. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--repo",
            paramLabel = "DIR",
            description = "The twin repository (default: $TWIN_REPO, else ~/twin-sync-device).")
    private Path repo;

    @Option(names = "--output", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Format output = Format.text;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            split = ",",
            description = "Only these: a plugin (packages.debian), a kind (packages) or a thing (packages:htop);"
                    + " * and ? match any characters and any one.")
    private List<String> only = new ArrayList<>();

    @Option(names = "-v", description = "Say what twin is about, and print the whole story of an error.")
    private boolean verbose;

    Optional<Path> repo() {
        return Optional.ofNullable(repo);
    }

    boolean asJson() {
        return output == Format.json;
    }

    Selection selection() {
        return new Selection(only);
    }

    boolean verbose() {
        return verbose;
    }
}
