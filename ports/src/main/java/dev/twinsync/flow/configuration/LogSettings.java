package dev.twinsync.flow.configuration;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * How long captured logs are kept: {@code logs} in {@code config.yaml}.
 *
 * @param keep how many captures beside the current one, besides the last of each day; 0: none at all
 * @param keepDays how old these may become, in days
 */
public record LogSettings(long keep, long keepDays) {

    static final LogSettings DEFAULT = new LogSettings(10, 30);

    private static final long MOST_CAPTURES = 10_000;

    static final RecordShape<LogSettings> SHAPE = shape();

    public LogSettings {
        if (keep < 0 || keep > MOST_CAPTURES || keepDays < 0 || keepDays > Configuration.MOST_DAYS) {
            throw new IllegalArgumentException("logs are kept for 0 to " + MOST_CAPTURES + " captures and 0 to "
                    + Configuration.MOST_DAYS + " days, not " + keep + " and " + keepDays);
        }
    }

    private static RecordShape<LogSettings> shape() {
        var keep = withDefault("keep", Shape.number(0, MOST_CAPTURES), DEFAULT.keep, LogSettings::keep);
        var keepDays = withDefault(
                "keep_days", Shape.number(0, Configuration.MOST_DAYS), DEFAULT.keepDays, LogSettings::keepDays);
        return new RecordShape<>(List.of(keep, keepDays), line -> new LogSettings(line.get(keep), line.get(keepDays)));
    }
}
