package dev.twinsync.os.network;

import static dev.twinsync.os.network.NetworkLab.addressed;
import static dev.twinsync.os.network.NetworkLab.bytes;
import static dev.twinsync.os.network.NetworkLab.number;
import static dev.twinsync.os.network.NetworkLab.settings;
import static dev.twinsync.os.network.NetworkLab.text;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.DesiredProfile;
import dev.twinsync.domain.network.InterfaceName;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileType;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.SecretFiles;
import dev.twinsync.domain.network.Settings;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;

/** The real NetworkManager keeps the promises of every backend, for every sort of profile and as little as can be said of it. */
@Tag("lab")
class NetworkContractLabTest extends BackendContract<DesiredProfile, LiveProfile, NetworkAction> {

    /** It has no addresses of its own. */
    private static final int PORT = 8;

    private static final Settings NOTHING = settings(Map.of());
    private static final Settings AUTOMATIC = settings(Map.of("ipv4", Map.of("method", text("auto"))));

    @Override
    protected Kind<DesiredProfile, LiveProfile, NetworkAction> kind() {
        return new NetworkProfiles();
    }

    @Override
    protected Backend<LiveProfile, NetworkAction> backend() {
        return NetworkLab.network();
    }

    @Override
    protected List<List<DesiredProfile>> journey() {
        var least = List.<DesiredProfile>of(
                wish(0, "ethernet", "eth9", NOTHING),
                wish(1, "wifi", "", of("wifi", Map.of("ssid", bytes("Lab")))),
                wish(2, "vlan", "lab-vlan", of("vlan", Map.of("id", number(5), "parent", text("eth1")))),
                wish(3, "bridge", "lab-br", NOTHING),
                wish(4, "dummy", "lab-dummy", NOTHING),
                wish(5, "bond", "lab-bond", NOTHING),
                wish(6, "vpn", "", of("vpn", Map.of("service-type", text("org.freedesktop.NetworkManager.openvpn")))),
                wish(7, "ethernet", "eth8", addressed("10.9.0.2", "10.9.0.1")),
                wish(
                        PORT,
                        "ethernet",
                        "eth7",
                        of("connection", Map.of("master", text("lab-br"), "slave-type", text("bridge")))));
        var more = IntStream.range(0, least.size())
                .mapToObj(number -> number == PORT ? least.get(number) : with(least.get(number), AUTOMATIC))
                .toList();
        var gone = IntStream.range(0, least.size())
                .<DesiredProfile>mapToObj(number -> new DesiredProfile.Absent(Optional.empty(), uuid(number)))
                .toList();
        return List.of(least, more, gone);
    }

    private static Settings of(String section, Map<String, GVariant> values) {
        return settings(Map.of(section, values));
    }

    private static ProfileUuid uuid(int number) {
        return new ProfileUuid("7e57ab1e-0000-4000-8000-00000000000" + number);
    }

    private static DesiredProfile wish(int number, String type, String device, Settings settings) {
        return new DesiredProfile.Present(
                new ProfileName("lab contract " + number),
                uuid(number),
                new ProfileType(type),
                Optional.of(device).filter(name -> !name.isEmpty()).map(InterfaceName::new),
                Optional.of(false),
                Optional.empty(),
                false,
                settings,
                SecretFiles.NONE);
    }

    private static DesiredProfile with(DesiredProfile wish, Settings more) {
        return switch (wish) {
            case DesiredProfile.Present(
                    var id,
                    var uuid,
                    var type,
                    var device,
                    var autoconnect,
                    var _,
                    var exact,
                    var settings,
                    var secrets) ->
                new DesiredProfile.Present(
                        id, uuid, type, device, autoconnect, Optional.of(7), exact, settings.over(more), secrets);
            case DesiredProfile.Absent absent -> absent;
        };
    }
}
