package dev.twinsync.cli.logs;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Shows what stands around that which was found. */
final class ContextOption {

    @Option(
            names = "--context",
            paramLabel = "N",
            converter = LineCount.class,
            description = "With --grep: N lines before and behind each line too.")
    private Integer lines;

    /** A number of lines. */
    static final class LineCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,6}")) {
                throw new TypeConversionException("\"" + text + "\" is no number of lines");
            }
            return Integer.valueOf(text);
        }
    }

    boolean isGiven() {
        return lines != null;
    }

    int lines() {
        return isGiven() ? lines : 0;
    }
}
