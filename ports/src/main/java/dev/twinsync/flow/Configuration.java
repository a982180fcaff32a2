package dev.twinsync.flow;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * How twin works on this machine: {@code config.yaml}.
 *
 * @param disabled names of plugins that are off
 * @param planHours how long a plan may be applied, in hours
 */
public record Configuration(List<String> disabled, long planHours) {

    private static final long A_DAY = 24;

    public static final Configuration DEFAULT = new Configuration(List.of(), A_DAY);

    public static final Shape<Configuration> SHAPE = shape();

    public Configuration {
        disabled = List.copyOf(disabled);
        if (planHours < 1) {
            throw new IllegalArgumentException("a plan must be valid for at least an hour, not " + planHours);
        }
    }

    private static Shape<Configuration> shape() {
        var disabled = withDefault("disabled_plugins", Shape.list(Shape.text()), List.of(), Configuration::disabled);
        var planHours = withDefault("plan_valid_hours", Shape.number(), A_DAY, Configuration::planHours);
        return new RecordShape<>(
                List.of(disabled, planHours), line -> new Configuration(line.get(disabled), line.get(planHours)));
    }
}
