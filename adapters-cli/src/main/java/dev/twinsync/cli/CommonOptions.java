package dev.twinsync.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that mean the same everywhere. */
final class CommonOptions {

    /** How a command prints its result. */
    enum Format {
        text,
        json,
        /** For a comment on a pull request; where a command says so. */
        markdown
    }

    @Option(
            names = "--repo",
            paramLabel = "DIR",
            description = "The twin repository (default: $TWIN_REPO, else ~/twin-sync-device).")
    private Path repo;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or json (default: text); with plan also markdown.")
    private Format output = Format.text;

    @Option(names = "-v", description = "Say what twin is about, and print the whole story of an error.")
    private boolean verbose;

    @Option(
            names = "--full",
            description = "Read every file anew, also where its size and times say that it has not changed.")
    private boolean full;

    Optional<Path> repo() {
        return Optional.ofNullable(repo);
    }

    boolean asJson() {
        return output == Format.json;
    }

    boolean asMarkdown() {
        return output == Format.markdown;
    }

    boolean full() {
        return full;
    }

    boolean verbose() {
        return verbose;
    }
}
