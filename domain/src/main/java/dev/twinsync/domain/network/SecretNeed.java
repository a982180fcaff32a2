package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A secret without which a profile makes no connection, as far as its settings tell.
 *
 * @param anyOf the places where it may be, the usual one first
 */
record SecretNeed(List<SettingKey> anyOf) {

    private static final Set<String> PASSWORD_METHODS = Set.of("peap", "ttls", "fast", "pwd", "md5", "leap");

    /** @param flags beside the secret, says whether NetworkManager is to keep it: 0, or nothing */
    private record Rule(Predicate<Profile> asks, SettingKey flags, SecretNeed need) {}

    private static final List<Rule> RULES = List.of(
            rule(keyManagement(Set.of("wpa-psk", "sae")), "wifi-security", "psk-flags", "psk"),
            rule(
                    keyManagement(Set.of("none")),
                    "wifi-security",
                    "wep-key-flags",
                    "wep-key0",
                    "wep-key1",
                    "wep-key2",
                    "wep-key3"),
            rule(SecretNeed::identifiesByPassword, "802-1x", "password-flags", "password", "password-raw"),
            rule(ofType("wireguard"), "wireguard", "private-key-flags", "private-key"),
            rule(ofType("pppoe"), "pppoe", "password-flags", "password"));

    private static Rule rule(Predicate<Profile> asks, String section, String flags, String... keys) {
        var anyOf = Stream.of(keys).map(key -> new SettingKey(section, key)).toList();
        return new Rule(asks, new SettingKey(section, flags), new SecretNeed(anyOf));
    }

    private static Predicate<Profile> ofType(String type) {
        return profile -> profile.type().text().equals(type);
    }

    private static Predicate<Profile> keyManagement(Set<String> ways) {
        return profile -> profile.settings()
                .get(new SettingKey("wifi-security", "key-mgmt"))
                .filter(way -> isOneOf(way, ways))
                .isPresent();
    }

    private static boolean identifiesByPassword(Profile profile) {
        return profile.settings()
                .get(new SettingKey("802-1x", "eap"))
                .filter(methods -> methods instanceof GVariant.Array(var _, var items)
                        && items.stream().anyMatch(method -> isOneOf(method, PASSWORD_METHODS)))
                .isPresent();
    }

    private static boolean isOneOf(GVariant value, Set<String> words) {
        return value instanceof GVariant.Text(var _, var text) && words.contains(text);
    }

    /** What a profile asks NetworkManager to keep. */
    static Stream<SecretNeed> of(Profile profile) {
        return RULES.stream()
                .filter(rule -> rule.asks().test(profile))
                .filter(rule -> isKept(profile.settings().get(rule.flags())))
                .map(Rule::need);
    }

    private static boolean isKept(Optional<GVariant> flags) {
        var keptForAll = new GVariant.Whole(GType.Basic.UINT32, BigInteger.ZERO);
        return flags.map(keptForAll::equals).orElse(true);
    }

    boolean isMetBy(SecretFiles secrets) {
        return secrets.files().keySet().stream().map(SecretKey::setting).anyMatch(anyOf::contains);
    }

    /** The line that is missing. */
    String remedy() {
        return anyOf.getFirst() + ": {file: /root/.secret}";
    }
}
