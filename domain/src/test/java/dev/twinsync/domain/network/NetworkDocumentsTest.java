package dev.twinsync.domain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.DesiredProfile.Absent;
import dev.twinsync.domain.network.DesiredProfile.Present;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents may say of profiles, and where and in which words they are told that they may not. */
class NetworkDocumentsTest {

    private static final String UUID = "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa";
    private static final Place SECTION = new Place("state/network.yaml", 7, 5);
    private static final Place KEY = new Place("state/network.yaml", 8, 7);
    private static final Place VALUE = new Place("state/network.yaml", 8, 20);
    private static final SettingsShape SHAPE = new SettingsShape();

    private static Tree.MapBuilder entry() {
        return Tree.map().put("id", "Home").put("uuid", UUID);
    }

    private static Tree map(String key, Tree value) {
        return Tree.map().put(key, value).build();
    }

    private static Tree inSettings(String section, String key, Tree value) {
        var line = new Tree.Mapping(List.of(new Tree.Entry(key, value, KEY)), KEY);
        return new Tree.Mapping(List.of(new Tree.Entry(section, line, SECTION)), SECTION);
    }

    private static Reading<GVariant> value(String section, String key, Tree value) {
        return SHAPE.read(inSettings(section, key, value))
                .map(settings -> settings.get(new SettingKey(section, key)).orElseThrow());
    }

    private static Tree plain(String text) {
        return new Tree.Scalar(text, true, VALUE);
    }

    private static String onlyProblem(Reading<?> reading, Place place) {
        assertEquals(
                List.of(place), reading.problems().stream().map(Problem::place).toList(), reading::toString);
        return reading.problems().getFirst().message();
    }

    @Test
    void the_profile_of_the_design_is_read_as_it_stands_there() {
        var tree = entry().put("type", "wifi")
                .put("autoconnect", Tree.literal(true))
                .put("priority", Tree.literal(10))
                .put(
                        "settings",
                        Tree.map()
                                .put("ipv4", map("method", Tree.text("auto")))
                                .put("wifi", map("ssid", Tree.text("Home")))
                                .build())
                .put("secrets", map("wifi-security.psk", map("file", Tree.text("/root/.home-psk"))))
                .build();
        var wish = new Present(
                new ProfileName("Home"),
                new ProfileUuid(UUID),
                new ProfileType("wifi"),
                Optional.empty(),
                Optional.of(true),
                Optional.of(10),
                false,
                SampleSettings.of(
                        "ipv4",
                        "method",
                        SampleSettings.text("auto"),
                        "wifi",
                        "ssid",
                        SampleSettings.bytes(72, 111, 109, 101)),
                new SecretFiles(Map.of(SecretKey.parse("wifi-security.psk"), new SecretFile("/root/.home-psk"))));
        assertEquals(new Reading.Value<>(wish), new NetworkProfiles().desired().read(tree));
        assertEquals(UUID, wish.key());
    }

    @Test
    void a_profile_to_be_removed_needs_no_more_than_its_uuid() {
        var tree = Tree.map().put("ensure", "absent").put("uuid", UUID).build();
        assertEquals(
                new Reading.Value<>(new Absent(Optional.empty(), new ProfileUuid(UUID))),
                new NetworkProfiles().desired().read(tree));
    }

    @Test
    void a_document_says_what_carries_it_out() {
        var shape = FragmentShapes.desired(new NetworkProfiles());
        var without = Tree.map().put("profiles", Tree.list(List.of())).build();
        assertEquals(
                List.of("\"backend\" is missing"),
                shape.read(without).problems().stream().map(Problem::message).toList());
        var document = Tree.map()
                .put("backend", "networkmanager")
                .put("profiles", Tree.list(List.of()))
                .build();
        assertEquals(new Reading.Value<>(List.of()), shape.read(document));
        assertEquals(document, shape.write(List.of()));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("ipv4", "method", Tree.text("auto"), SampleSettings.text("auto")),
                Arguments.of("ipv4", "may-fail", Tree.literal(false), SampleSettings.truth(false)),
                Arguments.of("ipv4", "dad-timeout", Tree.literal(-5), SampleSettings.whole(GType.Basic.INT32, -5)),
                Arguments.of(
                        "ipv4",
                        "route-metric",
                        Tree.literal(9_000_000_000L),
                        SampleSettings.whole(GType.Basic.INT64, 9_000_000_000L)),
                Arguments.of(
                        "ipv4", "dns-data", Tree.list(List.of(Tree.text("9.9.9.9"))), SampleSettings.texts("9.9.9.9")),
                Arguments.of("ipv4", "dns-data", Tree.list(List.of()), SampleSettings.texts()),
                Arguments.of(
                        "ipv4",
                        "address-data",
                        Tree.list(List.of(Tree.map()
                                .put("address", "10.0.0.2")
                                .put("prefix", Tree.literal(24))
                                .build())),
                        SampleSettings.tables(SampleSettings.table(
                                "address",
                                SampleSettings.text("10.0.0.2"),
                                "prefix",
                                SampleSettings.whole(GType.Basic.UINT32, 24)))),
                Arguments.of(
                        "wireguard",
                        "peers",
                        Tree.list(List.of(Tree.map()
                                .put("allowed-ips", Tree.list(List.of(Tree.text("0.0.0.0/0"))))
                                .put("strange", "uint32 7")
                                .build())),
                        SampleSettings.tables(SampleSettings.table(
                                "allowed-ips",
                                SampleSettings.texts("0.0.0.0/0"),
                                "strange",
                                SampleSettings.whole(GType.Basic.UINT32, 7)))),
                Arguments.of("wifi", "ssid", Tree.text("Café"), SampleSettings.bytes(67, 97, 102, 0xc3, 0xa9)),
                Arguments.of(
                        "wifi",
                        "ssid",
                        Tree.list(List.of(Tree.literal(67), Tree.literal(255))),
                        SampleSettings.bytes(67, 255)),
                Arguments.of(
                        "ethernet",
                        "mac-address",
                        Tree.text("52:54:00:AB:CD:EF"),
                        SampleSettings.bytes(0x52, 0x54, 0, 0xab, 0xcd, 0xef)),
                Arguments.of(
                        "802-1x",
                        "ca-cert",
                        Tree.text("file:///ca"),
                        SampleSettings.bytes("file:///ca\0".chars().toArray())),
                Arguments.of(
                        "bond",
                        "options",
                        Tree.map().put("miimon", "100").put("mode", "802.3ad").build(),
                        SampleSettings.dictionary("miimon", "100", "mode", "802.3ad")),
                Arguments.of("tc", "new", Tree.text("uint32 5"), SampleSettings.whole(GType.Basic.UINT32, 5)),
                Arguments.of("tc", "new", Tree.text("int32 5"), SampleSettings.whole(GType.Basic.INT32, 5)),
                Arguments.of("tc", "new", Tree.text("true"), SampleSettings.truth(true)),
                Arguments.of("tc", "new", Tree.text("'x'"), SampleSettings.text("x")),
                Arguments.of("tc", "new", Tree.text("['x', 'y']"), SampleSettings.texts("x", "y")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_written_as_people_write_it_and_read_back(String section, String key, Tree tree, GVariant value) {
        assertEquals(new Reading.Value<>(value), value(section, key, tree));
        var settings = SampleSettings.of(section, key, value);
        assertEquals(map(section, map(key, tree)), SHAPE.write(settings));
    }

    @Test
    void settings_of_every_form_are_read_back_as_they_were_written() {
        Property.forAll(
                SampleSettings.any(),
                settings -> assertEquals(new Reading.Value<>(settings), SHAPE.read(SHAPE.write(settings))));
    }

    @ParameterizedTest
    @CsvSource({"52:54:00:ab:cd:ef,52:54:00:AB:CD:EF", "52:54:00:AB:CD:EF,52:54:00:AB:CD:EF"})
    void a_hardware_address_may_be_in_small_letters(String written, String shown) {
        var value = ((Reading.Value<GVariant>) value("wifi", "bssid", Tree.text(written))).value();
        assertEquals(Tree.text(shown), Values.write(new SettingKey("wifi", "bssid"), value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ipv4      | may-fail    | yes          | expected true or false, found "yes"
                    ipv4      | dad-timeout | soon         | expected a whole number from -2147483648 to 2147483647, found "soon"
                    ipv4      | dad-timeout | 2147483648   | expected a whole number from -2147483648 to 2147483647, found "2147483648"
                    wifi      | channel     | -1           | expected a whole number from 0 to 4294967295, found "-1"
                    ipv4      | dns-data    | 9.9.9.9      | expected a list, found "9.9.9.9"
                    ipv4      | address-data | 10.0.0.2/24 | expected a list, found "10.0.0.2/24"
                    bond      | options     | mode=802.3ad | expected a map, found "mode=802.3ad"
                    wifi      | bssid       | any          | expected an address, as 52:54:00:12:34:56, found "any"
                    """)
    void a_value_of_the_wrong_form_is_refused_where_it_stands(
            String section, String key, String written, String message) {
        assertEquals(message, onlyProblem(value(section, key, plain(written)), VALUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    connection | id            | has a line of its own in a profile: id
                    connection | interface-name | has a line of its own in a profile: interface
                    connection | autoconnect-priority | has a line of its own in a profile: priority
                    connection | timestamp     | is what NetworkManager notes down by itself
                    wifi       | seen-bssids   | is what NetworkManager notes down by itself
                    ipv4       | addresses     | is of former times; write address-data and gateway instead
                    ipv6       | dns           | is of former times; write dns-data instead
                    ethernet   | cloned-mac-address | is of former times; write assigned-mac-address instead
                    """)
    void what_does_not_belong_among_the_settings_is_refused_at_its_key_with_the_right_place(
            String section, String key, String message) {
        var problem = onlyProblem(value(section, key, plain("x")), KEY);
        assertEquals(
                section + "." + key + " " + message,
                problem.substring(0, Math.min(problem.length(), (section + "." + key + " " + message).length())));
    }

    @ParameterizedTest
    @CsvSource({"802-11-wireless,wifi", "802-3-ethernet,ethernet", "802-11-wireless-security,wifi-security"})
    void a_section_has_one_name_and_so_has_a_type(String longName, String shortName) {
        var message = "\"" + longName + "\" is called " + shortName + " here";
        assertEquals(message, onlyProblem(value(longName, "x", plain("x")), SECTION));
        assertEquals(message, onlyProblem(ProfileType.SHAPE.read(plain(longName)), VALUE));
        assertEquals(longName, Sections.longName(shortName));
        assertEquals(shortName, Sections.shortName(longName));
    }

    @Test
    void a_key_that_twin_does_not_know_needs_its_type_and_is_told_which_was_probably_meant() {
        var problem = onlyProblem(value("ipv4", "methd", plain("auto")), VALUE);
        assertTrue(
                problem.startsWith("twin does not know the type of ipv4.methd; expected a text that says it"), problem);
        assertTrue(problem.endsWith("; did you mean \"method\"?"), problem);
        var number = onlyProblem(value("tc", "new", plain("5")), VALUE);
        assertTrue(number.endsWith(": a number alone does not say its type"), number);
        var list = onlyProblem(value("tc", "new", new Tree.Sequence(List.of(), VALUE)), VALUE);
        assertTrue(list.contains("found a list"), list);
    }

    @Test
    void what_a_peer_or_a_route_may_say_is_typed_too() {
        var route = new Tree.Mapping(List.of(new Tree.Entry("metric", plain("low"), KEY)), KEY);
        var problem = onlyProblem(value("ipv4", "route-data", Tree.list(List.of(route))), VALUE);
        assertEquals("expected a whole number from 0 to 4294967295, found \"low\"", problem);
    }

    private static Tree tables(String key, Tree value) {
        return new Tree.Sequence(List.of(map(key, value)), VALUE);
    }

    /** NetworkManager leaves it out of its list without a word, and complains of the gateway that has no address. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ipv4 | address-data | address  | 10.0.0.333      | "10.0.0.333" is no address of IPv4, as 10.0.0.2 is one
                    ipv4 | address-data | address  | 10.0.0.2/24     | "10.0.0.2/24" is no address of IPv4, as 10.0.0.2 is one
                    ipv4 | address-data | address  | fd00::2         | "fd00::2" is no address of IPv4, as 10.0.0.2 is one
                    ipv4 | address-data | address  | 010.0.0.2       | "010.0.0.2" is no address of IPv4, as 10.0.0.2 is one
                    ipv6 | address-data | address  | 10.0.0.2        | "10.0.0.2" is no address of IPv6, as fd00::2 is one
                    ipv6 | route-data   | dest     | fd00::g         | "fd00::g" is no address of IPv6, as fd00::2 is one
                    ipv6 | route-data   | next-hop | fd00::2/64      | "fd00::2/64" is no address of IPv6, as fd00::2 is one
                    ipv4 | route-data   | src      | here            | "here" is no address of IPv4, as 10.0.0.2 is one
                    """)
    void an_address_that_is_none_is_refused_where_it_stands(
            String section, String setting, String key, String written, String message) {
        assertEquals(message, onlyProblem(value(section, setting, tables(key, plain(written))), VALUE));
    }

    @ParameterizedTest
    @CsvSource({"ipv4,33,IPv4 is 0 to 32", "ipv4,4294967295,IPv4 is 0 to 32", "ipv6,129,IPv6 is 0 to 128"})
    void a_prefix_is_no_longer_than_an_address(String section, String written, String bounds) {
        var problem = onlyProblem(value(section, "address-data", tables("prefix", plain(written))), VALUE);
        assertEquals("a prefix of " + bounds + ", not " + written, problem);
    }

    @Test
    void a_gateway_is_an_address_or_nothing() {
        var problem = onlyProblem(value("ipv4", "gateway", plain("10.0.0")), VALUE);
        assertEquals("\"10.0.0\" is no address of IPv4, as 10.0.0.2 is one", problem);
        assertEquals(List.of(), value("ipv4", "gateway", Tree.text("")).problems());
        assertEquals(List.of(), value("ipv6", "gateway", plain("FE80::1")).problems());
        assertEquals(
                List.of(),
                value("ipv4", "gateway", plain("‹secret 0123456789abcdef›")).problems());
    }

    @ParameterizedTest
    @CsvSource({"ipv4,0.0.0.0", "ipv4,255.255.255.255", "ipv6,::", "ipv6,FD00:0:0::1", "ipv6,::ffff:10.0.0.1"})
    void what_is_an_address_is_taken(String section, String written) {
        assertEquals(
                List.of(),
                value(section, "address-data", tables("address", plain(written)))
                        .problems());
    }

    private static final String SECRET = "hunter2-hunter2";

    static Stream<SettingKey> secrets() {
        return SecretTable.all();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_secret_among_the_settings_is_refused_with_the_remedy_and_without_itself(SettingKey secret) {
        var problem = onlyProblem(value(secret.section(), secret.key(), plain(SECRET)), KEY);
        assertTrue(problem.contains("under secrets, as "), problem);
        assertFalse(problem.contains(SECRET), problem);
    }

    @Test
    void a_secret_within_a_value_is_refused_with_the_remedy_and_without_itself() {
        var psk = new Tree.Mapping(List.of(new Tree.Entry("preshared-key", plain(SECRET), KEY)), KEY);
        var peers = onlyProblem(value("wireguard", "peers", Tree.list(List.of(psk))), KEY);
        assertTrue(peers.contains("wireguard.peers.PUBLIC-KEY: {file"), peers);
        var data = new Tree.Mapping(List.of(new Tree.Entry("ipsec-psk", plain(SECRET), KEY)), VALUE);
        var vpn = onlyProblem(value("vpn", "data", data), VALUE);
        assertTrue(vpn.contains("vpn.secrets.NAME: {file"), vpn);
        var key = onlyProblem(value("802-1x", "private-key", plain(SECRET)), VALUE);
        assertTrue(key.contains("must say where the key is"), key);
        assertFalse((peers + vpn + key).contains(SECRET));
    }

    @Test
    void the_flags_beside_secrets_and_what_is_about_a_vpn_are_none() {
        assertTrue(value("wifi-security", "psk-flags", plain("1")).problems().isEmpty());
        var data = Tree.map()
                .put("password-flags", "1")
                .put("gateway", "vpn.example")
                .put("cert-pass-flags", "0")
                .build();
        assertTrue(value("vpn", "data", data).problems().isEmpty());
    }

    private static Tree secrets(String key, Tree value) {
        return new Tree.Mapping(List.of(new Tree.Entry(key, value, KEY)), KEY);
    }

    private static Tree file(String path) {
        return new Tree.Mapping(List.of(new Tree.Entry("file", plain(path), KEY)), VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wifi-security.psk",
                "802-1x.password-raw",
                "vpn.secrets.password",
                "vpn.secrets.IPSec secret",
                "wireguard.private-key",
                "wireguard.peers.kNqNZbmJ3Cb5ZbPIZ0B2M1h0hrzxVYxSP3z0dCNT/w0=",
                "ethernet.wake-on-lan-password"
            })
    void a_reference_names_the_place_of_a_secret_and_a_file(String key) {
        var shape = new SecretFilesShape();
        var files = new SecretFiles(Map.of(SecretKey.parse(key), new SecretFile("/root/.secret")));
        assertEquals(new Reading.Value<>(files), shape.read(secrets(key, file("/root/.secret"))));
        assertEquals(map(key, map("file", Tree.text("/root/.secret"))), shape.write(files));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    psk                    | "psk" is not the place of a secret, as wifi-security.psk is one
                    ipv4.method            | "ipv4.method" is no secret; put it under settings
                    wifi-security.psk.x    | "wifi-security.psk" is one secret, with nothing behind it
                    vpn.secrets            | "vpn.secrets" is many secrets: say which, as in vpn.secrets.NAME
                    wireguard.peers        | "wireguard.peers" is many secrets: say which, as in wireguard.peers.NAME
                    802-11-wireless-security.psk | "802-11-wireless-security" is called wifi-security here
                    """)
    void a_reference_to_what_is_no_secret_is_refused_at_its_key(String key, String message) {
        assertEquals(message, onlyProblem(new SecretFilesShape().read(secrets(key, file("/root/x"))), KEY));
    }

    @Test
    void a_secret_that_stands_in_place_of_its_file_is_not_repeated() {
        var shape = new SecretFilesShape();
        var bare = onlyProblem(shape.read(secrets("wifi-security.psk", plain(SECRET))), VALUE);
        assertEquals("expected the file that holds wifi-security.psk, as {file: /root/.secret}", bare);
        var asFile = onlyProblem(shape.read(secrets("wifi-security.psk", file(SECRET))), VALUE);
        assertTrue(asFile.startsWith("this is not the path of a file for a secret"), asFile);
        assertFalse(asFile.contains(SECRET), asFile);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1000  | the priority 1000 is not from -999 to 999
                    -1000 | the priority -1000 is not from -999 to 999
                    99999999999 | the priority 99999999999 is not from -999 to 999
                    """)
    void a_priority_that_networkmanager_does_not_have_is_refused(String priority, String message) {
        var tree = entry().put("type", "wifi").put("priority", plain(priority)).build();
        assertEquals(message, onlyProblem(new NetworkProfiles().desired().read(tree), VALUE));
    }

    @Test
    void a_misspelt_line_is_an_error_with_a_suggestion() {
        var tree = entry().put("type", "wifi").put("autoconect", plain("true")).build();
        assertEquals(
                List.of("unknown key \"autoconect\"; did you mean \"autoconnect\"?"),
                new NetworkProfiles()
                        .desired().read(tree).problems().stream()
                                .map(Problem::message)
                                .toList());
    }
}
