package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.DesiredConfigFile;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import java.util.List;
import java.util.Optional;

public class SimulatedHomeAssistantTest extends BackendContract<DesiredConfigFile, LiveConfigFile, ConfigFileAction> {

    private static final ConfigPath SCENES = new ConfigPath("scenes.yaml");
    private final HomeAssistantConfig config = new HomeAssistantConfig(true);
    private final Backend<LiveConfigFile, ConfigFileAction> backend = new Simulated<>(config, List.of());

    @Override
    protected Kind<DesiredConfigFile, LiveConfigFile, ConfigFileAction> kind() {
        return config;
    }

    @Override
    protected Backend<LiveConfigFile, ConfigFileAction> backend() {
        return backend;
    }

    private static DesiredConfigFile scenes(String digit) {
        return new DesiredConfigFile.Present(
                SCENES, SCENES.twinPath(), true, Optional.of(new Digest("sha256:" + digit.repeat(64))));
    }

    @Override
    protected List<List<DesiredConfigFile>> journey() {
        return List.of(List.of(scenes("1")), List.of(scenes("2")), List.of(new DesiredConfigFile.Absent(SCENES)));
    }
}
