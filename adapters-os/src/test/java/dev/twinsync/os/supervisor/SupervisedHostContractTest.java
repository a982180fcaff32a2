package dev.twinsync.os.supervisor;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.AddonSettings.Boot;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.Component;
import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Keep;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Truth;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.VersionWish;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The backend with a fake Supervisor behind it. */
class SupervisedHostContractTest extends BackendContract<DesiredPart, LivePart, SupervisorAction> {

    @TempDir
    private Path folder;

    private final Supervisor kind = new Supervisor();
    private HostBench bench;

    @BeforeEach
    void begin() {
        bench = new HostBench(folder);
        bench.house().offerSupervisor();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Override
    protected Kind<DesiredPart, LivePart, SupervisorAction> kind() {
        return kind;
    }

    @Override
    protected Backend<LivePart, SupervisorAction> backend() {
        return bench.host;
    }

    private static DesiredPart addon(
            AddonSlug slug, boolean running, Optional<VersionWish> version, AddonSettings settings) {
        return new DesiredPart.Addon(slug, Optional.of(running), version, settings);
    }

    private static DesiredPart mqtt(AddonSettings settings) {
        return addon(HostBench.MQTT, true, Optional.empty(), settings);
    }

    private static DesiredPart mqtt(boolean running, VersionWish version) {
        return addon(HostBench.MQTT, running, Optional.of(version), AddonSettings.NONE);
    }

    private static DesiredPart version(Component component, String text) {
        return new DesiredPart.Version(component, new VersionWish.Exact(new ReleaseName(text)));
    }

    @Override
    protected List<List<DesiredPart>> journey() {
        var file = HostBench.secret(folder, "another-secret").toString();
        var settings = new AddonSettings(
                Optional.of(Boot.MANUAL),
                Optional.of(true),
                Optional.of(true),
                Map.of("1883/tcp", Optional.empty(), "9001/tcp", Optional.of(9002L)),
                Map.of(
                        "port",
                        new Number(new BigDecimal(1884)),
                        "password",
                        new FromFile(file),
                        "debug",
                        new Truth(true)));
        return List.of(
                List.of(version(Component.SUPERVISOR, "2026.08.1")),
                List.of(
                        new DesiredPart.Repository(HostBench.EXAMPLE),
                        addon(HostBench.HELLO, true, Optional.empty(), AddonSettings.NONE)),
                List.of(mqtt(settings)),
                List.of(mqtt(
                        HostBench.options(Map.of("port", new Number(new BigDecimal(1885)), "password", new Keep())))),
                List.of(mqtt(true, new VersionWish.Latest())),
                List.of(mqtt(HostBench.options(Map.of("port", new Number(new BigDecimal(1886)))))),
                List.of(mqtt(true, new VersionWish.Exact(new ReleaseName("6.5.1")))),
                List.of(mqtt(false, new VersionWish.Exact(new ReleaseName("6.5.1")))),
                List.of(new DesiredPart.NoAddon(HostBench.HELLO)),
                List.of(new DesiredPart.NoRepository(HostBench.EXAMPLE)),
                List.of(new DesiredPart.NoAddon(HostBench.MQTT)),
                List.of(mqtt(false, new VersionWish.Exact(new ReleaseName("6.5.1")))),
                List.of(version(Component.CORE, "2026.8.3")),
                List.of(version(Component.CORE, "2026.8.1")));
    }
}
