package dev.twinsync.cli.machine;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of seconds within the bounds of an option. */
public abstract class SecondsWithin implements ITypeConverter<Duration> {

    private final int least;
    private final int most;

    public SecondsWithin(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Duration convert(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new TypeConversionException("\"" + text + "\" is no number from " + least + " to " + most);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}
