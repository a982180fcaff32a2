package dev.twinsync.os.secrets;

import dev.twinsync.domain.secrets.Fingerprints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Fingerprints by HMAC-SHA-256 with a key that never leaves this machine: a plain digest of a short password could be
 * found by trying. The key is made when the first secret is met, so that nothing is needed where there is none.
 */
public final class KeyedFingerprints implements Fingerprints {

    private static final int SHOWN_BYTES = 8;

    private final KeyFile file;
    private Optional<SecretKey> key = Optional.empty();

    /** @param folder for the key alone; made when it is needed */
    public KeyedFingerprints(Path folder) {
        this.file = new KeyFile(folder);
    }

    /** @throws UncheckedIOException where the key can be neither read nor made; the message is a sentence */
    @Override
    public synchronized String of(String secret) {
        try {
            var mac = Mac.getInstance(KeyFile.ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)), 0, SHOWN_BYTES);
        } catch (IOException noKey) {
            throw new UncheckedIOException(noKey);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + KeyFile.ALGORITHM, impossible);
        }
    }

    private SecretKey key() throws IOException {
        if (key.isEmpty()) {
            key = Optional.of(file.key());
        }
        return key.get();
    }
}
