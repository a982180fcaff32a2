package dev.twinsync.git;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;

/** Takes the digest of bytes on their way. */
final class Digests {

    private Digests() {}

    static Digest copy(InputStream from, OutputStream to) throws IOException {
        var sha256 = Sha256.begin();
        from.transferTo(new DigestOutputStream(to, sha256));
        return Digest.ofSha256(sha256.digest());
    }
}
