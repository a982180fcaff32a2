package dev.twinsync.git;

import dev.twinsync.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the digest of bytes on their way. */
final class Digests {

    private Digests() {}

    static Digest copy(InputStream from, OutputStream to) throws IOException {
        var sha256 = sha256();
        from.transferTo(new DigestOutputStream(to, sha256));
        return new Digest("sha256:" + HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }
}
