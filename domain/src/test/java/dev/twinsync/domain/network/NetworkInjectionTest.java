package dev.twinsync.domain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would become another profile, another file, a section of a keyfile of its own, or something that a terminal obeys. */
class NetworkInjectionTest {

    private static final String UUID = "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa";

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\u0000", "\u0085", "\u001b[2K", "\u007f", "\u202e", "\u200b", "\ud800", "\u2028"})
    void nothing_that_names_a_profile_holds_a_line_end_or_what_steers_a_terminal(String evil) {
        assertThrows(IllegalArgumentException.class, () -> new ProfileName("Home" + evil));
        assertThrows(IllegalArgumentException.class, () -> new ProfileName(evil + "[wifi-security]"));
        assertThrows(IllegalArgumentException.class, () -> new ProfileUuid(UUID + evil));
        assertThrows(IllegalArgumentException.class, () -> new ProfileType("wifi" + evil));
        assertThrows(IllegalArgumentException.class, () -> new InterfaceName("eth0" + evil));
        assertThrows(IllegalArgumentException.class, () -> new SecretFile("/root/x" + evil));
        assertThrows(IllegalArgumentException.class, () -> new SettingKey("ipv4", "method" + evil));
        assertThrows(IllegalArgumentException.class, () -> new SettingKey("ipv4" + evil, "method"));
        assertThrows(IllegalArgumentException.class, () -> SecretKey.parse("vpn.secrets.x" + evil));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Home: \\LAN \"1\"", "-h", "$(reboot)", "../../etc", "é 日本", "[connection]", "a=b;c"})
    void a_name_may_be_any_other_text_for_it_goes_nowhere_but_to_the_bus(String name) {
        assertEquals(name, new ProfileName(name).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void a_name_that_says_nothing_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ProfileName(name));
    }

    @Test
    void a_name_may_have_255_characters_and_no_more() {
        assertEquals(255, new ProfileName("x".repeat(255)).text().length());
        assertThrows(IllegalArgumentException.class, () -> new ProfileName("x".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "../../../etc/shadow",
                "/org/freedesktop/NetworkManager/Settings/1",
                "0C903F3C-5B8E-4C1D-9D0A-3A1F5CE3B1AA",
                "0c903f3c5b8e4c1d9d0a3a1f5ce3b1aa",
                "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1a",
                "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aaa",
                "gc903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa",
                "{0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa}"
            })
    void a_uuid_that_is_none_is_refused(String uuid) {
        assertThrows(IllegalArgumentException.class, () -> new ProfileUuid(uuid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-i", "--", ".", "..", "a/b", "eth 0", "eth0;", "sixteen-letters0", "é0", "*", "eth0@if2"})
    void an_interface_that_is_a_path_an_option_or_too_long_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new InterfaceName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "br-lan", "wlp3s0", "eth0.100", "fifteen-letters", "_x", "0"})
    void a_real_interface_is_taken(String name) {
        assertEquals(name, new InterfaceName(name).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "root/x",
                "./x",
                "~/x",
                "/root/",
                "/root//x",
                "/root/../etc/shadow",
                "/root/./x",
                "/root/..",
                "/..",
                "/root/x y",
                "/root/*",
                "/root/$HOME",
                "/root/x;id",
                "/root/é",
                "file:///root/x",
                "-/root/x"
            })
    void a_file_for_a_secret_is_one_absolute_path_without_detours(String path) {
        assertThrows(IllegalArgumentException.class, () -> new SecretFile(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/root/.home-psk", "/etc/twin/a.b..c", "/root/...", "/run/x@1/~y+z"})
    void a_real_path_is_taken(String path) {
        assertEquals(path, new SecretFile(path).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "ipv4.method", "a b", "IPv4", "a/b", "a_b", "é", "..", "a\"b", "x]y"})
    void a_section_or_a_key_that_is_more_than_a_word_is_refused(String word) {
        assertThrows(IllegalArgumentException.class, () -> new SettingKey(word, "method"));
        assertThrows(IllegalArgumentException.class, () -> new SettingKey("ipv4", word));
        assertThrows(IllegalArgumentException.class, () -> new ProfileType(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpn.secrets.", "vpn.secrets.a\"b", "vpn.secrets.a:b", "vpn.secrets.é"})
    void a_secret_that_is_no_name_is_refused(String key) {
        assertThrows(IllegalArgumentException.class, () -> SecretKey.parse(key));
    }

    @Test
    void a_type_that_the_bus_does_not_have_is_refused_wherever_it_stands() {
        var maybe = new GVariant.Maybe(GType.Basic.STRING, Optional.empty());
        var handle = SampleSettings.whole(GType.Basic.HANDLE, 0);
        for (GVariant bad : List.of(maybe, handle)) {
            assertRefused("tc", "made-up", bad);
            assertRefused("tc", "made-up", new GVariant.Variant(bad));
            assertRefused("tc", "made-up", new GVariant.Tuple(List.of(bad)));
            assertRefused("tc", "made-up", new GVariant.Array(bad.type(), List.of()));
        }
    }

    @Test
    void a_value_of_another_type_than_the_setting_has_is_refused() {
        assertRefused("ipv4", "route-metric", SampleSettings.whole(GType.Basic.UINT32, 5));
        assertRefused("wifi", "ssid", SampleSettings.text("Home"));
        assertRefused(
                "ipv4",
                "address-data",
                SampleSettings.tables(SampleSettings.table("prefix", SampleSettings.whole(GType.Basic.INT32, 24))));
    }

    private static void assertRefused(String section, String key, GVariant value) {
        assertThrows(IllegalArgumentException.class, () -> new Settings(Map.of(section, Map.of(key, value))));
    }
}
