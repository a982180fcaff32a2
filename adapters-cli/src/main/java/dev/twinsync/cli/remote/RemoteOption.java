package dev.twinsync.cli.remote;

import dev.twinsync.port.RemoteName;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which remote is meant. */
final class RemoteOption {

    @Option(
            names = "--remote",
            paramLabel = "NAME",
            converter = Name.class,
            description = "Which remote (default: the only one, else origin).")
    private RemoteName remote;

    Optional<RemoteName> name() {
        return Optional.ofNullable(remote);
    }

    /** Says in words why it is none. */
    static final class Name implements ITypeConverter<RemoteName> {
        @Override
        public RemoteName convert(String text) {
            try {
                return new RemoteName(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        }
    }
}
