package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GVariant;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Values as NetworkManager tells them, whichever of several ways they were written in: a wish is compared with what it tells. */
final class Canonical {

    private static final Pattern HARDWARE_ADDRESS = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2})+");
    private static final Set<String> HARDWARE_ADDRESSES = Set.of("assigned-mac-address", "mac-address-blacklist");
    private static final Set<String> IP_ADDRESSES = Set.of("gateway", "dns-data", "address-data", "route-data");

    private Canonical() {}

    static GVariant of(SettingKey setting, GVariant value) {
        var ordered = Ordered.of(value);
        if (HARDWARE_ADDRESSES.contains(setting.key())) {
            return texts(ordered, Canonical::hardwareAddress);
        }
        if (setting.equals(BondMode.OPTIONS)) {
            return BondMode.named(ordered);
        }
        var told = setting.equals(SecretTable.PEERS) ? withoutUsualFlags(ordered) : ordered;
        return hasAddressesOfIp6(setting) ? texts(told, Ip6::canonical) : told;
    }

    /** That NetworkManager keeps the key of a peer is what twin has it do anyway. */
    private static GVariant withoutUsualFlags(GVariant peers) {
        return peers instanceof GVariant.Array(var of, var items)
                ? new GVariant.Array(
                        of,
                        items.stream()
                                .map(peer -> Dictionary.without(peer, SecretTable.KEPT_PRESHARED_KEY::equals))
                                .toList())
                : peers;
    }

    /** A peer of WireGuard has them in {@code allowed-ips}; no other text in it looks like one. */
    private static boolean hasAddressesOfIp6(SettingKey setting) {
        return setting.equals(SecretTable.PEERS)
                || setting.section().equals("ipv6") && IP_ADDRESSES.contains(setting.key());
    }

    private static String hardwareAddress(String text) {
        return HARDWARE_ADDRESS.matcher(text).matches() ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** The same value with other texts in it; keys of dictionaries stay. */
    private static GVariant texts(GVariant value, UnaryOperator<String> change) {
        return switch (value) {
            case GVariant.Text(var type, var text) -> new GVariant.Text(type, change.apply(text));
            case GVariant.Array(var of, var items) ->
                new GVariant.Array(
                        of, items.stream().map(item -> texts(item, change)).toList());
            case GVariant.Entry(var type, var key, var inside) -> new GVariant.Entry(type, key, texts(inside, change));
            case GVariant.Variant(var inside) -> new GVariant.Variant(texts(inside, change));
            case GVariant.Tuple _, GVariant.Maybe _, GVariant.Bool _, GVariant.Whole _, GVariant.Real _ -> value;
        };
    }
}
