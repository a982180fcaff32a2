package dev.twinsync.domain.network;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of one secret: {@code wifi-security.psk}. Where a setting holds several, as {@code vpn.secrets.password} and
 * {@code wireguard.peers.PUBLIC-KEY}, which is the peer's {@code preshared-key}, the item says which.
 *
 * @param item a name in {@code vpn.secrets}, or the public key of a peer; empty for all other secrets
 */
public record SecretKey(SettingKey setting, Optional<String> item) implements Comparable<SecretKey> {

    private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9_+/=. -]{1,128}");
    static final Shape<SecretKey> SHAPE = Shape.text().as(SecretKey::parse, SecretKey::toString);

    public SecretKey {
        if (!SecretTable.canBeGiven(setting)) {
            throw new IllegalArgumentException("\"" + setting + "\" is no secret; put it under settings");
        }
        if (item.isPresent() != SecretTable.hasItems(setting)) {
            throw new IllegalArgumentException("\"" + setting + "\" is "
                    + (item.isPresent() ? "one secret, with nothing behind it" : "many secrets: say which, as in ")
                    + (item.isPresent() ? "" : setting + ".NAME"));
        }
        item.filter(text -> !ITEM.matcher(text).matches()).ifPresent(text -> {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" names no secret of " + setting);
        });
    }

    /** @param text {@code SECTION.KEY} or {@code SECTION.KEY.ITEM} */
    public static SecretKey parse(String text) {
        var parts = text.split("\\.", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is not the place of a secret, as wifi-security.psk is one");
        }
        var setting = new SettingKey(parts[0], parts[1]);
        return new SecretKey(setting, parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }

    @Override
    public int compareTo(SecretKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return setting + item.map(text -> "." + text).orElse("");
    }
}
