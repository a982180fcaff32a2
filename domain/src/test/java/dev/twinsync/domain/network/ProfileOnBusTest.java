package dev.twinsync.domain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.Utf8;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What NetworkManager tells of a profile, what twin makes of it, and what it is given back. */
class ProfileOnBusTest {

    private static final String UUID = "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa";
    private static final String WIFI = "802-11-wireless";
    private static final String SECURITY = "802-11-wireless-security";
    private static final String PUBLIC_KEY = "kNqNZbmJ3Cb5ZbPIZ0B2M1h0hrzxVYxSP3z0dCNT/w0=";

    private static Map<String, Map<String, GVariant>> wifi() {
        Map<String, Map<String, GVariant>> connection = new HashMap<>();
        connection.put(
                "connection",
                new HashMap<>(Map.of(
                        "id",
                        SampleSettings.text("Home"),
                        "uuid",
                        SampleSettings.text(UUID),
                        "type",
                        SampleSettings.text(WIFI),
                        "timestamp",
                        SampleSettings.whole(GType.Basic.UINT64, 1_795_380_563),
                        "zone",
                        SampleSettings.text("home"))));
        connection.put(
                WIFI,
                new HashMap<>(Map.of(
                        "ssid",
                        SampleSettings.bytes(72, 111),
                        "security",
                        SampleSettings.text(SECURITY),
                        "seen-bssids",
                        SampleSettings.texts("52:54:00:12:34:56"),
                        "mode",
                        SampleSettings.text("infrastructure"))));
        connection.put(SECURITY, new HashMap<>(Map.of("key-mgmt", SampleSettings.text("wpa-psk"))));
        connection.put(
                "ipv4",
                new HashMap<>(Map.of(
                        "addresses",
                        new GVariant.Array(new GType.Array(GType.Basic.UINT32), List.of()),
                        "address-data",
                        SampleSettings.tables(),
                        "may-fail",
                        SampleSettings.truth(true),
                        "dns-search",
                        SampleSettings.texts(),
                        "method",
                        SampleSettings.text("auto"))));
        connection.put("proxy", Map.of());
        return connection;
    }

    private static Profile profile(Settings settings) {
        return new Profile(
                new ProfileUuid(UUID),
                new ProfileName("Home"),
                new ProfileType("wifi"),
                Optional.empty(),
                true,
                0,
                settings);
    }

    private static Settings visible() {
        return SampleSettings.of(
                "connection",
                "zone",
                SampleSettings.text("home"),
                "wifi",
                "ssid",
                SampleSettings.bytes(72, 111),
                "wifi",
                "mode",
                SampleSettings.text("infrastructure"),
                "wifi-security",
                "key-mgmt",
                SampleSettings.text("wpa-psk"),
                "ipv4",
                "method",
                SampleSettings.text("auto"));
    }

    @Test
    void notes_defaults_secrets_and_former_names_are_not_seen() {
        assertEquals(profile(visible()), ProfileOnBus.read(wifi()));
    }

    @Test
    void a_profile_that_was_used_in_between_is_seen_as_before() {
        var later = wifi();
        later.get("connection").put("timestamp", SampleSettings.whole(GType.Basic.UINT64, 1_795_999_999));
        later.get(WIFI).put("seen-bssids", SampleSettings.texts("52:54:00:12:34:56", "52:54:00:99:99:99"));
        assertEquals(ProfileOnBus.read(wifi()), ProfileOnBus.read(later));
    }

    @Test
    void a_secret_that_is_told_all_the_same_is_not_seen() {
        var told = wifi();
        told.get(SECURITY).put("psk", SampleSettings.text("hunter2"));
        told.put("802-3-ethernet", Map.of("wake-on-lan-password", SampleSettings.text("hunter2")));
        told.put("vpn", Map.of("data", SampleSettings.dictionary("ipsec-psk", "hunter2")));
        told.put("802-1x", Map.of("private-key", SampleSettings.bytes(0x30, 0x82, 1, 2)));
        told.put("wireguard", Map.of("peers", peers("preshared-key", SampleSettings.text("hunter2"))));
        var seen = ProfileOnBus.read(told);
        assertEquals(visible().over(SampleSettings.of("wireguard", "peers", peers())), seen.settings());
        assertFalse(seen.toString().contains("hunter2"));
    }

    private static GVariant peers(Object... more) {
        var all = new ArrayList<Object>(List.of("public-key", SampleSettings.text(PUBLIC_KEY)));
        all.addAll(List.of(more));
        return SampleSettings.tables(SampleSettings.table(all.toArray()));
    }

    @Test
    void the_order_of_dictionaries_means_nothing() {
        var one = SampleSettings.of("bond", "options", SampleSettings.dictionary("mode", "802.3ad", "miimon", "100"));
        var other = SampleSettings.of("bond", "options", SampleSettings.dictionary("miimon", "100", "mode", "802.3ad"));
        assertEquals(one, other);
        var servers = SampleSettings.of("ipv4", "dns-data", SampleSettings.texts("9.9.9.9", "1.1.1.1"));
        var otherFirst = SampleSettings.of("ipv4", "dns-data", SampleSettings.texts("1.1.1.1", "9.9.9.9"));
        assertFalse(servers.equals(otherFirst), "the order of a list means something");
    }

    /** As NetworkManager 1.42 tells what it was given. */
    @ParameterizedTest
    @CsvSource({
        "FD00:0::0002,fd00::2",
        "fd00:0:0:1:0:0:0:1,fd00:0:0:1::1",
        "0:0:0:0:0:0:0:0,::",
        "::1,::1",
        "fd00::,fd00::",
        "1:0:3:4:5:6:7:8,1:0:3:4:5:6:7:8",
        "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "FD00::2#DNS.example,fd00::2#DNS.example",
        "::ffff:10.0.0.1,::ffff:10.0.0.1",
        "1:2:3:4:5:6:7,1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9,1:2:3:4:5:6:7:8:9",
        "1::2::3,1::2::3",
        "12345::,12345::",
        ":1,:1",
        "10.0.0.1,10.0.0.1"
    })
    void an_address_of_ipv6_is_the_same_however_it_is_written(String written, String told) {
        assertEquals(told, Ip6.canonical(written));
        var wished = SampleSettings.table("address", SampleSettings.text(written));
        var seen = SampleSettings.table("address", SampleSettings.text(told));
        assertEquals(
                SampleSettings.of("ipv6", "address-data", SampleSettings.tables(seen)),
                SampleSettings.of("ipv6", "address-data", SampleSettings.tables(wished)));
        assertEquals(
                SampleSettings.of("ipv6", "dns-data", SampleSettings.texts(told)),
                SampleSettings.of("ipv6", "dns-data", SampleSettings.texts(written)));
    }

    @ParameterizedTest
    @CsvSource({
        "fd00:0::1/64,fd00::1/64",
        "FD00::/8,fd00::/8",
        "fd00:0:0::1,fd00::1",
        "::/0,::/0",
        "10.9.0.7/24,10.9.0.7/24"
    })
    void what_a_peer_of_wireguard_may_send_is_the_same_however_it_is_written(String written, String told) {
        assertEquals(peers(told), peers(written));
    }

    private static Settings peers(String allowed) {
        var peer = SampleSettings.table(
                "public-key",
                SampleSettings.text(PUBLIC_KEY),
                "endpoint",
                SampleSettings.text("[FD00:0::1]:51820"),
                "allowed-ips",
                SampleSettings.texts(allowed));
        return SampleSettings.of("wireguard", "peers", SampleSettings.tables(peer));
    }

    @ParameterizedTest
    @CsvSource({
        "0,balance-rr",
        "1,active-backup",
        "4,802.3ad",
        "6,balance-alb",
        "7,7",
        "11,11",
        "802.3ad,802.3ad",
        "'',''"
    })
    void the_mode_of_a_bond_is_the_same_by_its_number_and_by_its_name(String written, String told) {
        assertEquals(
                SampleSettings.of("bond", "options", SampleSettings.dictionary("mode", told, "miimon", "1")),
                SampleSettings.of("bond", "options", SampleSettings.dictionary("mode", written, "miimon", "1")));
    }

    @ParameterizedTest
    @CsvSource({"52:54:00:ab:cd:ef,52:54:00:AB:CD:EF", "random,random", "preserve,preserve"})
    void a_hardware_address_is_the_same_in_small_letters_and_in_capitals(String written, String told) {
        assertEquals(
                SampleSettings.of("wifi", "assigned-mac-address", SampleSettings.text(told)),
                SampleSettings.of("wifi", "assigned-mac-address", SampleSettings.text(written)));
        assertEquals(
                SampleSettings.of("wifi", "mac-address-blacklist", SampleSettings.texts(told)),
                SampleSettings.of("wifi", "mac-address-blacklist", SampleSettings.texts(written)));
    }

    @ParameterizedTest
    @CsvSource({"uuid,not-a-uuid", "id,''", "type,''", "interface-name,an interface"})
    void what_twin_has_no_words_for_is_refused(String key, String value) {
        var odd = wifi();
        odd.get("connection").put(key, SampleSettings.text(value));
        assertThrows(IllegalArgumentException.class, () -> ProfileOnBus.read(odd));
    }

    @Test
    void what_is_written_is_read_as_the_profile_that_it_was_written_for() {
        Property.forAll(
                Combinators.combine(SampleSettings.any(), SampleSettings.any()).as(Map::entry), settings -> {
                    var before = profile(settings.getKey());
                    var after = profile(settings.getValue());
                    var held = ProfileOnBus.write(before, Map.of());
                    assertEquals(before, ProfileOnBus.read(held));
                    assertEquals(after, ProfileOnBus.read(ProfileOnBus.write(after, held)));
                });
    }

    @Test
    void a_change_keeps_secrets_and_notes_and_drops_what_would_be_believed_instead() {
        var held = ProfileOnBus.withSecrets(wifi(), Map.of(SECURITY, Map.of("psk", SampleSettings.text("hunter2"))));
        var address = SampleSettings.tables(SampleSettings.table("address", SampleSettings.text("10.0.0.2")));
        var wanted = profile(visible().over(SampleSettings.of("ipv4", "address-data", address)));
        var written = ProfileOnBus.write(wanted, held);
        assertEquals(SampleSettings.text("hunter2"), written.get(SECURITY).get("psk"));
        assertEquals(
                wifi().get("connection").get("timestamp"),
                written.get("connection").get("timestamp"));
        assertEquals(address, written.get("ipv4").get("address-data"));
        assertFalse(written.get("ipv4").containsKey("addresses"));
    }

    @Test
    void a_section_that_is_not_wanted_any_more_goes_with_its_secrets() {
        var held = ProfileOnBus.withSecrets(wifi(), Map.of(SECURITY, Map.of("psk", SampleSettings.text("hunter2"))));
        var open = profile(SampleSettings.of("wifi", "ssid", SampleSettings.bytes(72, 111)));
        assertEquals(Set.of("connection", WIFI), withContent(ProfileOnBus.write(open, held)));
    }

    private static Set<String> withContent(Map<String, Map<String, GVariant>> connection) {
        return connection.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void a_new_profile_has_the_section_of_its_type_even_where_nothing_is_in_it() {
        var written = ProfileOnBus.write(profile(Settings.NONE), Map.of());
        assertEquals(Set.of("connection", WIFI), written.keySet());
        assertEquals(SampleSettings.text(WIFI), written.get("connection").get("type"));
    }

    @Test
    void secrets_within_values_are_kept_and_put_in() {
        var tunnel = new Profile(
                new ProfileUuid(UUID),
                new ProfileName("Tunnel"),
                new ProfileType("wireguard"),
                Optional.empty(),
                true,
                0,
                SampleSettings.of("wireguard", "peers", peers("endpoint", SampleSettings.text("vpn.example:51820"))));
        var written = ProfileOnBus.write(tunnel, Map.of());
        ProfileOnBus.put(written, SecretKey.parse("wireguard.peers." + PUBLIC_KEY), "first");
        ProfileOnBus.put(written, SecretKey.parse("wireguard.private-key"), "mine");
        var expected = peers(
                "endpoint",
                SampleSettings.text("vpn.example:51820"),
                "preshared-key",
                SampleSettings.text("first"),
                "preshared-key-flags",
                SampleSettings.whole(GType.Basic.UINT32, 0));
        assertEquals(Ordered.of(expected), Ordered.of(written.get("wireguard").get("peers")));
        assertEquals(SampleSettings.text("mine"), written.get("wireguard").get("private-key"));
        assertEquals(tunnel, ProfileOnBus.read(written));
        var again = ProfileOnBus.write(tunnel, written);
        assertEquals(Ordered.of(expected), Ordered.of(again.get("wireguard").get("peers")));
        var told = ProfileOnBus.withSecrets(
                ProfileOnBus.write(tunnel, Map.of()),
                Map.of("wireguard", Map.of("peers", peers("preshared-key", SampleSettings.text("first")))));
        assertEquals(Ordered.of(expected), Ordered.of(told.get("wireguard").get("peers")));
    }

    /** A peer's key without a word about it is kept in memory alone: nmcli(1) loses it, too. */
    @Test
    void that_networkmanager_keeps_the_key_of_a_peer_need_not_be_said_and_is_no_difference() {
        var said = peers("preshared-key-flags", SampleSettings.whole(GType.Basic.UINT32, 0));
        assertEquals(SampleSettings.of("wireguard", "peers", peers()), SampleSettings.of("wireguard", "peers", said));
        var agents = peers("preshared-key-flags", SampleSettings.whole(GType.Basic.UINT32, 1));
        var wanted = SampleSettings.of("wireguard", "peers", agents);
        assertFalse(wanted.equals(SampleSettings.of("wireguard", "peers", peers())));
        var written = ProfileOnBus.write(profile(wanted), Map.of());
        ProfileOnBus.put(written, SecretKey.parse("wireguard.peers." + PUBLIC_KEY), "first");
        assertEquals(wanted, ProfileOnBus.read(written).settings(), "what is said of it stays");
    }

    @Test
    void the_secret_of_a_peer_that_is_not_there_is_refused_without_the_secret() {
        var tunnel = ProfileOnBus.write(profile(Settings.NONE), Map.of());
        var key = SecretKey.parse("wireguard.peers." + PUBLIC_KEY);
        var refused = assertThrows(IllegalArgumentException.class, () -> ProfileOnBus.put(tunnel, key, "hunter2"));
        assertEquals("there is no peer with the public key " + PUBLIC_KEY, refused.getMessage());
    }

    @Test
    void secrets_of_a_vpn_are_put_beside_each_other_and_those_in_its_data_are_kept() {
        var vpn = profile(SampleSettings.of("vpn", "data", SampleSettings.dictionary("gateway", "new.example")));
        var held = ProfileOnBus.write(vpn, Map.of());
        held.get("vpn").put("data", SampleSettings.dictionary("gateway", "old.example", "ipsec-psk", "hunter2"));
        var written = ProfileOnBus.write(vpn, held);
        assertEquals(
                SampleSettings.dictionary("gateway", "new.example", "ipsec-psk", "hunter2"),
                written.get("vpn").get("data"));
        ProfileOnBus.put(written, SecretKey.parse("vpn.secrets.password"), "one");
        ProfileOnBus.put(written, SecretKey.parse("vpn.secrets.otp"), "two");
        ProfileOnBus.put(written, SecretKey.parse("vpn.secrets.password"), "three");
        assertEquals(
                SampleSettings.dictionary("otp", "two", "password", "three"),
                Ordered.of(written.get("vpn").get("secrets")));
    }

    @Test
    void a_raw_password_is_put_in_as_bytes() {
        var written = ProfileOnBus.write(profile(Settings.NONE), Map.of());
        ProfileOnBus.put(written, SecretKey.parse("802-1x.password-raw"), "é");
        assertEquals(SampleSettings.bytes(0xc3, 0xa9), written.get("802-1x").get("password-raw"));
    }

    @Test
    void what_a_mask_stands_for_stays_as_it_is() {
        var masked = SampleSettings.of(
                "proxy", "pac-url", SampleSettings.text("http://me:‹secret 0123456789abcdef›@proxy/"));
        var held = ProfileOnBus.write(profile(Settings.NONE), Map.of());
        held.put("proxy", new HashMap<>(Map.of("pac-url", SampleSettings.text("http://me:hunter2@proxy/"))));
        assertEquals(
                SampleSettings.text("http://me:hunter2@proxy/"),
                ProfileOnBus.write(profile(masked), held).get("proxy").get("pac-url"));
    }

    @Test
    void text_and_its_bytes_are_the_same_whatever_its_letters() {
        Property.forAll(
                Arbitraries.strings()
                        .filter(text ->
                                text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE)),
                text -> assertEquals(Optional.of(text), Utf8.text(Utf8.bytes(text))));
        assertEquals("é€😀", new String(Utf8.bytes("é€😀"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "c0 80",
        "e0 80 80",
        "f0 80 80 80",
        "ff",
        "80",
        "c3",
        "ed a0 80",
        "f4 90 80 80",
        "c3 41",
        "f8 88 80 80 80"
    })
    void bytes_that_are_no_text_are_not_taken_for_one(String hexadecimal) {
        var bytes = HexFormat.ofDelimiter(" ").parseHex(hexadecimal);
        assertEquals(Optional.empty(), Utf8.text(bytes));
    }
}
