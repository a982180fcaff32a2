package dev.twinsync.port;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class SimulatedSupervisorTest extends BackendContract<DesiredPart, LivePart, SupervisorAction> {

    private static final RepositorySource SOURCE = new RepositorySource("https://apps.example/repository");
    private static final AddonSlug MOSQUITTO = new AddonSlug("core_mosquitto");
    private final Supervisor supervisor = new Supervisor();
    private final Backend<LivePart, SupervisorAction> backend = new Simulated<>(supervisor, List.of());

    @Override
    protected Kind<DesiredPart, LivePart, SupervisorAction> kind() {
        return supervisor;
    }

    @Override
    protected Backend<LivePart, SupervisorAction> backend() {
        return backend;
    }

    private static DesiredPart mosquitto(boolean running, String motto) {
        return new DesiredPart.Addon(
                MOSQUITTO,
                Optional.of(running),
                Optional.empty(),
                AddonSettings.NONE.withOptions(Map.of("motto", new OptionValue.Text(motto))));
    }

    @Override
    protected List<List<DesiredPart>> journey() {
        return List.of(
                List.of(new DesiredPart.Repository(SOURCE), mosquitto(true, "a")),
                List.of(new DesiredPart.Repository(SOURCE), mosquitto(true, "b")),
                List.of(mosquitto(false, "b")),
                List.of(new DesiredPart.NoAddon(MOSQUITTO), new DesiredPart.NoRepository(SOURCE)));
    }
}
