package dev.twinsync.cli.command;

import dev.twinsync.port.HostAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that mean the same everywhere. */
public final class CommonOptions {

    public static final String HOST = "--host";

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
            converter = Folder.class,
            description = "The twin repository (default: $TWIN_REPO, else ~/twin-sync-device).")
    private Path repo;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or json (default: text); with plan also markdown.")
    private Format output = Format.text;

    @Option(
            names = HOST,
            paramLabel = "[USER@]MACHINE",
            converter = Host.class,
            description =
                    "Look and act on another machine, which ssh knows and which has a twin too. The repository is the one here.")
    private HostAddress host;

    @Option(names = "-v", description = "Say what twin is about, and print the whole story of an error.")
    private boolean verbose;

    @Option(
            names = "--full",
            description =
                    "Read every file of the machine anew, also where its size and times say that it has not changed.")
    private boolean full;

    /** A folder. No name is a variable that was not set, and would be the folder in which somebody happens to be. */
    static final class Folder implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("no folder is named; leave --repo out for the usual one");
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        }
    }

    /** An address for ssh. */
    static final class Host implements ITypeConverter<HostAddress> {
        @Override
        public HostAddress convert(String text) {
            try {
                return HostAddress.of(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        }
    }

    /** The machine that is named behind this command or before it; empty: none is, or nothing was read yet. */
    static Optional<HostAddress> host(CommandLine command) {
        for (var line = command; line != null; line = line.getParent()) {
            Optional<HostAddress> named =
                    Optional.ofNullable(line.getParseResult()).map(read -> read.matchedOptionValue(HOST, null));
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    public Optional<Path> repo() {
        return Optional.ofNullable(repo);
    }

    public boolean asJson() {
        return output == Format.json;
    }

    public boolean asMarkdown() {
        return output == Format.markdown;
    }

    boolean full() {
        return full;
    }

    public boolean verbose() {
        return verbose;
    }
}
