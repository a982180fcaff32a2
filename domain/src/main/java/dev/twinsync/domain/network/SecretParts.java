package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.util.List;
import java.util.Optional;

/** Puts secrets where they belong: in place of a whole value, or into one that is in part a secret. */
final class SecretParts {

    private SecretParts() {}

    /**
     * What is to be written where a value is there already. Where a mask stands in the wanted one, what is there stays: the mask is
     * what was shown of it.
     */
    static GVariant kept(SettingKey setting, GVariant there, GVariant wanted) {
        return Masks.isIn(wanted) ? there : withSecretsOf(setting, there, wanted);
    }

    /** The wanted value with the parts of the one that is there that are never shown. */
    static GVariant withSecretsOf(SettingKey setting, GVariant there, GVariant wanted) {
        if (setting.equals(SecretTable.VPN_DATA)) {
            var kept = wanted;
            for (GVariant entry : Dictionary.entries(there)) {
                kept = Hidden.isSecret(entry) ? Dictionary.with(kept, (GVariant.Entry) entry) : kept;
            }
            return kept;
        }
        return setting.equals(SecretTable.PEERS) ? withPresharedKeys(wanted, there) : wanted;
    }

    private static GVariant withPresharedKeys(GVariant wanted, GVariant there) {
        return new GVariant.Array(
                Tables.TABLE,
                Dictionary.entries(wanted).stream()
                        .map(peer -> Dictionary.entries(there).stream()
                                .filter(other -> publicKey(other).equals(publicKey(peer)))
                                .flatMap(other -> Dictionary.get(other, SecretTable.PRESHARED_KEY).stream())
                                .findFirst()
                                .map(key -> withPresharedKey(peer, key))
                                .orElse(peer))
                        .toList());
    }

    /**
     * NetworkManager keeps the key of a peer on disk only where it is told to: without a word about it the tunnel would lose the
     * key with the next start of the machine.
     */
    private static GVariant withPresharedKey(GVariant peer, GVariant key) {
        var keyed = Dictionary.with(peer, Dictionary.entry(Dictionary.OF_ANYTHING, SecretTable.PRESHARED_KEY, key));
        return Dictionary.get(peer, SecretTable.PRESHARED_KEY_FLAGS).isPresent()
                ? keyed
                : Dictionary.with(keyed, SecretTable.KEPT_PRESHARED_KEY);
    }

    private static Optional<GVariant> publicKey(GVariant peer) {
        return Dictionary.get(peer, "public-key");
    }

    /**
     * The value of the secret's setting with it.
     *
     * @throws IllegalArgumentException where it is the secret of a peer that is not there
     */
    static GVariant with(SecretKey key, Optional<GVariant> there, String secret) {
        if (key.item().isEmpty()) {
            return SecretTable.isRaw(key.setting()) ? Bytes.of(secret) : text(secret);
        }
        var item = key.item().get();
        return key.setting().equals(SecretTable.PEERS)
                ? withPresharedKey(there.orElse(new GVariant.Array(Tables.TABLE, List.of())), item, secret)
                : Dictionary.with(
                        there.orElse(new GVariant.Array(Dictionary.OF_TEXTS, List.of())),
                        Dictionary.entry(Dictionary.OF_TEXTS, item, text(secret)));
    }

    private static GVariant withPresharedKey(GVariant peers, String publicKey, String secret) {
        var name = Optional.<GVariant>of(new GVariant.Variant(text(publicKey)));
        if (Dictionary.entries(peers).stream().map(SecretParts::publicKey).noneMatch(name::equals)) {
            throw new IllegalArgumentException("there is no peer with the public key " + publicKey);
        }
        return new GVariant.Array(
                Tables.TABLE,
                Dictionary.entries(peers).stream()
                        .map(peer -> publicKey(peer).equals(name)
                                ? withPresharedKey(peer, new GVariant.Variant(text(secret)))
                                : peer)
                        .toList());
    }

    private static GVariant text(String text) {
        return new GVariant.Text(GType.Basic.STRING, text);
    }
}
