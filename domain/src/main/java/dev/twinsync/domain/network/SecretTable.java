package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which settings NetworkManager counts as secrets: those that it leaves out where it tells what is in a profile. */
public final class SecretTable {

    private SecretTable() {}

    private static final Map<String, Set<String>> SECRETS = Map.ofEntries(
            Map.entry("wifi-security", Set.of("psk", "leap-password", "wep-key0", "wep-key1", "wep-key2", "wep-key3")),
            Map.entry(
                    "802-1x",
                    Set.of(
                            "password",
                            "password-raw",
                            "ca-cert-password",
                            "client-cert-password",
                            "phase2-ca-cert-password",
                            "phase2-client-cert-password",
                            "private-key-password",
                            "phase2-private-key-password",
                            "pin")),
            Map.entry("gsm", Set.of("password", "pin")),
            Map.entry("cdma", Set.of("password")),
            Map.entry("pppoe", Set.of("password")),
            Map.entry("adsl", Set.of("password")),
            Map.entry("macsec", Set.of("mka-cak")),
            Map.entry("wireguard", Set.of("private-key")),
            Map.entry("vpn", Set.of("secrets")));

    /** NetworkManager tells it to everybody; a password it is all the same. */
    private static final SettingKey WAKE_UP_PASSWORD = new SettingKey("ethernet", "wake-on-lan-password");

    /** In these keys a secret is a part of something that is none. */
    static final SettingKey PEERS = new SettingKey("wireguard", "peers");

    static final SettingKey VPN_DATA = new SettingKey("vpn", "data");

    static final SettingKey VPN_SECRETS = new SettingKey("vpn", "secrets");

    private static final SettingKey RAW_PASSWORD = new SettingKey("802-1x", "password-raw");

    /** What a peer of WireGuard calls its secret. */
    public static final String PRESHARED_KEY = "preshared-key";

    static final String PRESHARED_KEY_FLAGS = "preshared-key-flags";

    /** That NetworkManager is to keep it. Of all other secrets that goes without saying. */
    static final GVariant.Entry KEPT_PRESHARED_KEY = Dictionary.entry(
            Dictionary.OF_ANYTHING,
            PRESHARED_KEY_FLAGS,
            new GVariant.Variant(new GVariant.Whole(GType.Basic.UINT32, BigInteger.ZERO)));

    /** Whether the whole value of a setting is a secret; what is in {@code wireguard.peers} is only in part. */
    public static boolean isSecret(SettingKey setting) {
        return SECRETS.getOrDefault(setting.section(), Set.of()).contains(setting.key())
                || setting.equals(WAKE_UP_PASSWORD);
    }

    static boolean canBeGiven(SettingKey setting) {
        return isSecret(setting) || setting.equals(PEERS);
    }

    static boolean hasItems(SettingKey setting) {
        return setting.equals(PEERS) || setting.equals(VPN_SECRETS);
    }

    static boolean isRaw(SettingKey setting) {
        return setting.equals(RAW_PASSWORD);
    }

    /** Those of these sections in which there may be secrets, by their short names: what {@code GetSecrets} is to be asked for. */
    public static Set<String> sections(Set<String> sections) {
        return sections.stream().filter(SECRETS::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    /** All that are secrets as a whole. */
    static Stream<SettingKey> all() {
        var others = SECRETS.entrySet().stream()
                .flatMap(section -> section.getValue().stream().map(key -> new SettingKey(section.getKey(), key)));
        return Stream.concat(others, Stream.of(WAKE_UP_PASSWORD));
    }
}
