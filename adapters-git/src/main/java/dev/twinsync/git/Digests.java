package dev.twinsync.git;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;

/** Takes the digest of bytes on their way. */
final class Digests {

    private static final int CHUNK = 1 << 16;

    private Digests() {}

    /**
     * @param size how much there was when somebody looked: behind that nothing is asked for. Of what says 0 all is read: the kernel has files
     * that do not know
     */
    static Digest of(InputStream content, long size) throws IOException {
        var sha256 = Sha256.begin();
        var chunk = new byte[Math.clamp(size, 1, CHUNK)];
        long left = size;
        for (int read = content.read(chunk); read >= 0; read = left == 0 ? -1 : content.read(chunk)) {
            sha256.update(chunk, 0, read);
            left -= read;
        }
        return Digest.ofSha256(sha256.digest());
    }

    static Digest copy(InputStream from, OutputStream to) throws IOException {
        var sha256 = Sha256.begin();
        from.transferTo(new DigestOutputStream(to, sha256));
        return Digest.ofSha256(sha256.digest());
    }
}
