package dev.twinsync.cli.logs;

import dev.twinsync.flow.logs.Search;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Restricts what is shown of the logs to what holds a pattern. */
final class GrepOption {

    @ArgGroup(exclusive = false)
    private Pattern pattern;

    /** Without a pattern nothing can be said about it. */
    static final class Pattern {
        @Option(
                names = "--grep",
                paramLabel = "PATTERN",
                required = true,
                converter = Converter.class,
                description = "Only what this is found in: a regular expression of Java.")
        private Search search;

        @Option(names = "--ignore-case", description = "With --grep: small and capital letters are the same.")
        private boolean ignoreCase;
    }

    static final class Converter implements ITypeConverter<Search> {
        @Override
        public Search convert(String expression) {
            try {
                return Search.of(expression);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException("\"" + expression + "\" is no pattern: " + wrong.getMessage());
            }
        }
    }

    Optional<Search> search() {
        return Optional.ofNullable(pattern).map(given -> given.ignoreCase ? given.search.ignoringCase() : given.search);
    }

    boolean isGiven() {
        return pattern != null;
    }
}
