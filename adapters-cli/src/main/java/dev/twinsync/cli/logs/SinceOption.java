package dev.twinsync.cli.logs;

import dev.twinsync.flow.logs.SinceWhen;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Restricts what is shown of the logs to what is new. */
final class SinceOption {

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Converter.class,
            description = "Nothing older: 30m, 2h, 7d before now, or a time as 2026-11-22T21:00:00Z.")
    private SinceWhen since;

    /** A time without a zone is one of this machine's. */
    static final class Converter implements ITypeConverter<SinceWhen> {
        @Override
        public SinceWhen convert(String text) {
            try {
                return SinceWhen.of(text, ZoneId.systemDefault());
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }

    Optional<SinceWhen> since() {
        return Optional.ofNullable(since);
    }
}
