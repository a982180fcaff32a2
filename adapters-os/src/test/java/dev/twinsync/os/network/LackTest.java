package dev.twinsync.os.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.InterfaceName;
import dev.twinsync.domain.network.Profile;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileType;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.Settings;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What NetworkManager 1.42 makes no profile without; it was planned all the same, and taken back with all else of the network. */
class LackTest {

    private static final Settings SSID = new Settings(Map.of(
            "wifi",
            Map.of(
                    "ssid",
                    new GVariant.Array(
                            GType.Basic.BYTE, List.of(new GVariant.Whole(GType.Basic.BYTE, BigInteger.valueOf(72)))))));

    private static Optional<String> lack(String type, Optional<InterfaceName> name, Settings settings) {
        return Lack.of(new Profile(
                new ProfileUuid("0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa"),
                new ProfileName("Home"),
                new ProfileType(type),
                name,
                true,
                0,
                settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bond", "bridge", "dummy", "ovs-bridge", "team", "vrf", "wireguard"})
    void what_makes_its_device_needs_the_name_of_it(String type) {
        var lack = lack(type, Optional.empty(), Settings.NONE).orElseThrow();
        assertTrue(lack.contains("of the type " + type) && lack.contains("add a line interface"), lack);
        assertEquals(Optional.empty(), lack(type, Optional.of(new InterfaceName("x0")), Settings.NONE));
    }

    @Test
    void wifi_needs_the_name_of_its_network() {
        var lack = lack("wifi", Optional.empty(), Settings.NONE).orElseThrow();
        assertTrue(lack.contains("add wifi: {ssid: NAME}"), lack);
        assertEquals(Optional.empty(), lack("wifi", Optional.empty(), SSID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethernet", "vlan", "vpn", "vxlan", "tun"})
    void others_need_none(String type) {
        assertEquals(Optional.empty(), lack(type, Optional.empty(), Settings.NONE));
    }
}
