package dev.twinsync.git.work;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.Pieces;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;

/** Takes the digest of bytes on their way. */
public final class Digests {

    private Digests() {}

    /** @param size how much there was when somebody looked */
    static Digest of(InputStream content, long size) throws IOException {
        var sha256 = Sha256.begin();
        Pieces.of(content, size, (piece, length) -> sha256.update(piece, 0, length));
        return Digest.ofSha256(sha256.digest());
    }

    public static Digest copy(InputStream from, OutputStream to) throws IOException {
        var sha256 = Sha256.begin();
        from.transferTo(new DigestOutputStream(to, sha256));
        return Digest.ofSha256(sha256.digest());
    }
}
