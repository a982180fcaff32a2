package dev.twinsync.flow.configuration;

import static dev.twinsync.domain.shape.Field.optional;

import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.shape.RecordShape;
import java.util.List;
import java.util.Optional;

/**
 * Which Home Assistant is meant: {@code home_assistant} in {@code config.yaml}.
 *
 * @param configDir the folder of its configuration, where there are several on the machine; it chooses among those that are found
 */
public record HomeAssistantSettings(Optional<TargetPath> configDir) {

    static final HomeAssistantSettings DEFAULT = new HomeAssistantSettings(Optional.empty());

    static final RecordShape<HomeAssistantSettings> SHAPE = shape();

    private static RecordShape<HomeAssistantSettings> shape() {
        var configDir = optional("config_dir", TargetPath.SHAPE, HomeAssistantSettings::configDir);
        return new RecordShape<>(List.of(configDir), line -> new HomeAssistantSettings(line.get(configDir)));
    }
}
