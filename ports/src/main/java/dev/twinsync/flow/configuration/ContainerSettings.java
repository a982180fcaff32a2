package dev.twinsync.flow.configuration;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * What is shown of containers: {@code containers} in {@code config.yaml}.
 *
 * @param showEnvironment the names of variables whose values may be shown in every container: {@code TZ}
 */
public record ContainerSettings(List<String> showEnvironment) {

    static final ContainerSettings DEFAULT = new ContainerSettings(List.of());

    static final RecordShape<ContainerSettings> SHAPE = shape();

    public ContainerSettings {
        showEnvironment = List.copyOf(showEnvironment);
    }

    private static RecordShape<ContainerSettings> shape() {
        var shown = withDefault(
                "show_environment", Shape.list(Shape.text()), List.of(), ContainerSettings::showEnvironment);
        return new RecordShape<>(List.of(shown), line -> new ContainerSettings(line.get(shown)));
    }
}
