package dev.twinsync.flow;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * How twin works on this machine: {@code config.yaml}.
 *
 * @param disabled names of plugins that are off
 * @param planHours how long a plan may be applied, in hours
 * @param backupDays how long the content of files that were replaced or removed is kept for undo
 * @param files which files are recorded without being named
 */
public record Configuration(List<String> disabled, long planHours, long backupDays, CaptureRules files) {

    private static final long A_DAY = 24;
    private static final long THREE_MONTHS = 90;

    public static final Configuration DEFAULT = new Configuration(List.of(), A_DAY, THREE_MONTHS, CaptureRules.DEFAULT);

    public static final RecordShape<Configuration> SHAPE = shape();

    public Configuration {
        disabled = List.copyOf(disabled);
        if (backupDays < 1) {
            throw new IllegalArgumentException("what undo needs must be kept for at least a day, not " + backupDays);
        }
        if (planHours < 1) {
            throw new IllegalArgumentException("a plan must be valid for at least an hour, not " + planHours);
        }
    }

    private static RecordShape<Configuration> shape() {
        var disabled = withDefault("disabled_plugins", Shape.list(Shape.text()), List.of(), Configuration::disabled);
        var planHours = withDefault("plan_valid_hours", Shape.number(), A_DAY, Configuration::planHours);
        var backupDays = withDefault("backup_days", Shape.number(), THREE_MONTHS, Configuration::backupDays);
        var files = withDefault("files", CaptureRules.SHAPE, CaptureRules.DEFAULT, Configuration::files);
        return new RecordShape<>(
                List.of(disabled, planHours, backupDays, files),
                line -> new Configuration(
                        line.get(disabled), line.get(planHours), line.get(backupDays), line.get(files)));
    }
}
