package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.DesiredConfigFile;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real adapter on a folder of its own, as whoever runs the test. */
class HomeAssistantFolderContractTest extends BackendContract<DesiredConfigFile, LiveConfigFile, ConfigFileAction> {

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void furnish() throws IOException {
        house = House.furnished(folder);
    }

    @Override
    protected Kind<DesiredConfigFile, LiveConfigFile, ConfigFileAction> kind() {
        return new HomeAssistantConfig(true);
    }

    @Override
    protected Backend<LiveConfigFile, ConfigFileAction> backend() {
        return house.files();
    }

    private DesiredConfigFile present(String path, String text) {
        var digest = House.digest(text);
        var source = new TwinPath("filesystem/" + digest.text().replace(':', '-'));
        house.wishes.put(source.text(), text);
        return new DesiredConfigFile.Present(new ConfigPath(path), source, true, Optional.of(digest));
    }

    private static DesiredConfigFile absent(String path) {
        return new DesiredConfigFile.Absent(new ConfigPath(path));
    }

    @Override
    protected List<List<DesiredConfigFile>> journey() {
        return List.of(
                List.of(present("automations.yaml", "- id: a\n"), present("packages/deep/a.yaml", "a:\n")),
                List.of(present("automations.yaml", ""), absent("packages/deep/a.yaml"), present("b.txt", "b")),
                List.of(absent("automations.yaml"), absent("b.txt")));
    }
}
