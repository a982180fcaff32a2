package dev.twinsync.domain.network;

import dev.twinsync.domain.Utf8;
import dev.twinsync.domain.gvariant.GVariant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of values that are secrets, in settings that are none: they are never shown, and no wish may hold them. */
final class Hidden {

    private static final Set<SettingKey> PRIVATE_KEYS =
            Set.of(new SettingKey("802-1x", "private-key"), new SettingKey("802-1x", "phase2-private-key"));

    /** Some VPN plugins keep secrets among what is none. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(psk|passw(or)?d|passphrase|pass|secret|pin|token|cookie|private[-_]?key)", Pattern.CASE_INSENSITIVE);

    private Hidden() {}

    /** The value without its secrets; empty where nothing else is in it. */
    static Optional<GVariant> shown(SettingKey setting, GVariant value) {
        if (PRIVATE_KEYS.contains(setting)) {
            return Optional.of(value).filter(Hidden::isLocation);
        }
        return switch (value) {
            case GVariant.Array data
            when setting.equals(SecretTable.VPN_DATA) -> Optional.of(Dictionary.without(data, Hidden::isSecret));
            case GVariant.Array(var of, var peers)
            when setting.equals(SecretTable.PEERS) ->
                Optional.of(new GVariant.Array(
                        of, peers.stream().map(Hidden::withoutPresharedKey).toList()));
            case GVariant other -> Optional.of(other);
        };
    }

    private static GVariant withoutPresharedKey(GVariant peer) {
        return Dictionary.without(peer, entry -> Dictionary.name(entry).equals(SecretTable.PRESHARED_KEY));
    }

    /** Of an entry of {@code vpn.data}. */
    static boolean isSecret(GVariant entry) {
        return SECRET_NAME.matcher(Dictionary.name(entry)).matches();
    }

    /** Bytes that say where something is, not what it is. */
    private static boolean isLocation(GVariant value) {
        return value.type().equals(Bytes.TYPE)
                && Utf8.text(Bytes.in(value))
                        .filter(text -> Stream.of("file://", "pkcs11:").anyMatch(text::startsWith))
                        .isPresent();
    }

    static Optional<String> objection(SettingKey setting, GVariant value) {
        if (shown(setting, value).filter(value::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                PRIVATE_KEYS.contains(setting)
                        ? setting + " must say where the key is, as file:///etc/ssl/private/me.key does"
                        : refusal(setting));
    }

    static String refusal(SettingKey setting) {
        var place = setting.equals(SecretTable.PEERS) ? setting + ".PUBLIC-KEY" : SecretTable.VPN_SECRETS + ".NAME";
        return "there is a secret in " + setting + ", which twin does not keep: write it into a file that only root may"
                + " read, and name that under secrets, as " + place + ": {file: /root/.secret}";
    }
}
