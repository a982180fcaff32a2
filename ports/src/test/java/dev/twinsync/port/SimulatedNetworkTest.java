package dev.twinsync.port;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.DesiredProfile;
import dev.twinsync.domain.network.DesiredProfile.Absent;
import dev.twinsync.domain.network.DesiredProfile.Present;
import dev.twinsync.domain.network.InterfaceName;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileType;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.SecretFiles;
import dev.twinsync.domain.network.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class SimulatedNetworkTest extends BackendContract<DesiredProfile, LiveProfile, NetworkAction> {

    private static final ProfileUuid UUID = new ProfileUuid("0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa");
    private final NetworkProfiles network = new NetworkProfiles();
    private final Backend<LiveProfile, NetworkAction> backend = new Simulated<>(network, List.of());

    @Override
    protected Kind<DesiredProfile, LiveProfile, NetworkAction> kind() {
        return network;
    }

    @Override
    protected Backend<LiveProfile, NetworkAction> backend() {
        return backend;
    }

    private static GVariant text(String text) {
        return new GVariant.Text(GType.Basic.STRING, text);
    }

    private static DesiredProfile office(String id, boolean exact, int priority, Map<String, GVariant> ipv4) {
        return new Present(
                new ProfileName(id),
                UUID,
                new ProfileType("ethernet"),
                Optional.of(new InterfaceName("eth0")),
                Optional.of(true),
                Optional.of(priority),
                exact,
                new Settings(Map.of("ipv4", ipv4)),
                SecretFiles.NONE);
    }

    @Override
    protected List<List<DesiredProfile>> journey() {
        return List.of(
                List.of(office("Office", false, 0, Map.of("method", text("auto")))),
                List.of(office("Office", false, 10, Map.of("method", text("auto"), "gateway", text("10.0.0.1")))),
                List.of(office("The office", true, 10, Map.of("method", text("disabled")))),
                List.of(new Absent(Optional.empty(), UUID)));
    }
}
