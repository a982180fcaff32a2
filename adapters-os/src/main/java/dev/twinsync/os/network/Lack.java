package dev.twinsync.os.network;

import dev.twinsync.domain.network.Profile;
import dev.twinsync.domain.network.SettingKey;
import java.util.Optional;
import java.util.Set;

/** What a new profile lacks of all that NetworkManager makes none without, as far as its type tells. */
final class Lack {

    private static final SettingKey SSID = new SettingKey("wifi", "ssid");

    /** There is no device of these types before a profile names one. */
    private static final Set<String> MAKE_THEIR_DEVICE =
            Set.of("bond", "bridge", "dummy", "ovs-bridge", "team", "vrf", "wireguard");

    private Lack() {}

    /** In words, with the remedy. */
    static Optional<String> of(Profile profile) {
        var type = profile.type().text();
        if (MAKE_THEIR_DEVICE.contains(type) && profile.interfaceName().isEmpty()) {
            return Optional.of("a new profile of the type " + type
                    + " makes its device, so it needs its name: add a line" + " interface in state/network.yaml");
        }
        return type.equals("wifi") && profile.settings().get(SSID).isEmpty()
                ? Optional.of(
                        "a new profile of the type wifi needs the name of its network: add wifi: {ssid: NAME} to its"
                                + " settings in state/network.yaml")
                : Optional.empty();
    }
}
