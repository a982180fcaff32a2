package dev.twinsync.os.network;

import static dev.twinsync.os.network.NetworkLab.NO_SECRETS;
import static dev.twinsync.os.network.NetworkLab.activeOn;
import static dev.twinsync.os.network.NetworkLab.addressed;
import static dev.twinsync.os.network.NetworkLab.automatic;
import static dev.twinsync.os.network.NetworkLab.bytes;
import static dev.twinsync.os.network.NetworkLab.done;
import static dev.twinsync.os.network.NetworkLab.everything;
import static dev.twinsync.os.network.NetworkLab.must;
import static dev.twinsync.os.network.NetworkLab.newUuid;
import static dev.twinsync.os.network.NetworkLab.number;
import static dev.twinsync.os.network.NetworkLab.profile;
import static dev.twinsync.os.network.NetworkLab.run;
import static dev.twinsync.os.network.NetworkLab.see;
import static dev.twinsync.os.network.NetworkLab.seen;
import static dev.twinsync.os.network.NetworkLab.settings;
import static dev.twinsync.os.network.NetworkLab.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.domain.network.Profile;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.Settings;
import dev.twinsync.port.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real NetworkManager: what is written is there, nothing else is touched. Runs on the lab machine, as root. */
@Tag("lab")
class NetworkManagerLabTest {

    private static Remove remove(String uuid) {
        return new Remove(new ProfileUuid(uuid), new ProfileName("lab"), false);
    }

    @Test
    void a_profile_is_added_taken_over_by_its_device_changed_in_use_and_removed() {
        var uuid = newUuid();
        var automatic = profile(uuid, "lab cable", "ethernet", "eth1", true, automatic());
        done(new Add(automatic, NO_SECRETS));
        assertEquals(automatic, seen(uuid));
        assertEquals(uuid, activeOn("eth1"));

        var fixed = profile(uuid, "lab fixed", "ethernet", "eth1", true, addressed("10.77.0.77", "10.77.0.1"));
        done(new Change(fixed, NO_SECRETS));
        assertEquals(fixed, seen(uuid));
        assertEquals(uuid, activeOn("eth1"));
        var addresses = run("ip", "-o", "-4", "address", "show", "dev", "eth1");
        assertTrue(addresses.contains("10.77.0.77/24") && addresses.lines().count() == 1, addresses);

        done(remove(uuid));
        assertEquals(Optional.empty(), see(uuid));
        assertNotEquals(uuid, activeOn("eth1"));
        assertEquals("ao 0", NetworkLab.checkpoints());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ho:me \\ \"1\"", "-n --help", "$(reboot); '", "a/b", "\u4e2d\u6587 caf\u00e9", "  two  "})
    void a_profile_may_be_called_anything(String id) {
        var uuid = newUuid();
        var strange = profile(uuid, id, "ethernet", "eth9", false, automatic());
        done(new Add(strange, NO_SECRETS));
        assertEquals(strange, seen(uuid));
        assertTrue(run("grep", "-rlF", "uuid=" + uuid, "/etc/NetworkManager/system-connections")
                .endsWith(".nmconnection"));
        done(remove(uuid));
    }

    @Test
    void the_name_of_a_wireless_network_may_be_any_bytes() {
        for (byte[] name :
                List.of("caf\u00e9;#1".getBytes(UTF_8), new byte[] {(byte) 0xff, 0, 'x', '\n', (byte) 0x80})) {
            var uuid = newUuid();
            var wifi =
                    profile(uuid, "lab wifi", "wifi", "", false, settings(Map.of("wifi", Map.of("ssid", bytes(name)))));
            done(new Add(wifi, NO_SECRETS));
            assertEquals(
                    bytes(name), seen(uuid).settings().sections().get("wifi").get("ssid"));
            done(remove(uuid));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vlan", "bridge", "dummy", "bond", "vpn"})
    void every_sort_of_profile_is_kept_as_it_was_wanted(String type) {
        var uuid = newUuid();
        var section = switch (type) {
            case "vlan" -> Map.of("id", number(5), "parent", text("eth1"));
            case "vpn" -> Map.of("service-type", text("org.freedesktop.NetworkManager.nosuch"));
            default -> Map.<String, GVariant>of();
        };
        var wanted = profile(
                uuid, "lab " + type, type, type.equals("vpn") ? "" : "lab-x0", false, settings(Map.of(type, section)));
        done(new Add(wanted, NO_SECRETS));
        var renamed = profile(
                uuid,
                "lab other",
                type,
                type.equals("vpn") ? "" : "lab-x0",
                false,
                seen(uuid).settings());
        assertEquals(wanted.settings(), subset(seen(uuid), wanted));
        done(new Change(renamed, NO_SECRETS));
        assertEquals(renamed, seen(uuid));
        done(remove(uuid));
    }

    /** What NetworkManager adds to a new profile by itself is its own business. */
    private static Settings subset(Profile seen, Profile wanted) {
        var all = new HashMap<String, Map<String, GVariant>>();
        wanted.settings()
                .keys()
                .forEach(key -> seen.settings()
                        .get(key)
                        .ifPresent(value -> all.computeIfAbsent(key.section(), _ -> new HashMap<>())
                                .put(key.key(), value)));
        return settings(all);
    }

    @Test
    void what_nobody_saved_is_not_seen_unless_it_is_declared_and_never_touched() {
        var before = must("nmcli", "-g", "UUID,NAME", "connection", "show");
        var nobodys = before.lines()
                .filter(line -> line.matches(".*:(lo|docker0|Wired connection \\d)"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertTrue(nobodys.size() >= 3, before);
        var shown = everything().live();
        assertTrue(shown.stream().noneMatch(live -> nobodys.contains(live.key())), shown::toString);
        assertTrue(everything(nobodys.getFirst()).find(nobodys.getFirst()).isPresent());
        assertTrue(see(nobodys.getLast()).isPresent());
    }

    @Test
    void two_looks_are_equal_though_profiles_have_been_in_use_between_them() {
        var uuid = newUuid();
        must(
                "nmcli",
                "connection",
                "add",
                "type",
                "ethernet",
                "con-name",
                "lab two",
                "ifname",
                "eth1",
                "connection.uuid",
                uuid,
                "ipv4.dns",
                "10.77.0.1",
                "ipv4.routes",
                "10.98.0.0/16 10.77.0.1 7");
        var first = everything();
        must("nmcli", "connection", "up", uuid);
        assertEquals(first, everything());
        must("nmcli", "connection", "down", uuid);
        assertEquals(first, everything());
        must("nmcli", "connection", "delete", uuid);
    }

    @Test
    void what_nmcli_made_is_adopted_in_silence_and_written_back_as_it_was() {
        var uuid = newUuid();
        must(
                "nmcli",
                "connection",
                "add",
                "type",
                "ethernet",
                "con-name",
                "lab nm",
                "ifname",
                "eth9",
                "connection.uuid",
                uuid,
                "ipv4.method",
                "manual",
                "ipv4.addresses",
                "10.9.0.2/24,10.9.0.3/24",
                "ipv4.gateway",
                "10.9.0.1",
                "ipv4.dns",
                "1.1.1.1,9.9.9.9",
                "ipv4.routes",
                "10.98.0.0/16 10.9.0.9",
                "ipv6.method",
                "manual",
                "ipv6.addresses",
                "fd00::2/64",
                "802-3-ethernet.mtu",
                "1400");
        var before = must("nmcli", "connection", "show", uuid);
        done(new Change(seen(uuid), NO_SECRETS));
        assertEquals(before, must("nmcli", "connection", "show", uuid));
        must("nmcli", "connection", "delete", uuid);
    }

    @Test
    void without_a_networkmanager_nothing_is_seen_and_none_is_started() {
        must("systemctl", "stop", "NetworkManager");
        try {
            var observation = NetworkLab.network().observe(Scope.everything());
            assertEquals(
                    new Observation.Unavailable<>(
                            "NetworkManager is not running; start it: sudo systemctl start NetworkManager"),
                    observation);
            assertEquals("inactive", run("systemctl", "is-active", "NetworkManager"));
        } finally {
            must("systemctl", "start", "NetworkManager");
            must("nm-online", "-s", "-q", "-t", "30");
        }
        assertFalse(run("nmcli", "-g", "UUID", "connection", "show").isEmpty());
    }
}
