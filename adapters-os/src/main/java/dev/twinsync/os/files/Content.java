package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What became known of content while it was read once.
 *
 * @param md5 what dpkg knows its own files by, 32 hexadecimal digits; empty: nobody asked for it
 */
record Content(Digest digest, Optional<String> md5, boolean privateKey) {

    private static final int CHUNK = 1 << 16;

    /**
     * @param size how much there was when somebody looked, who looks again afterwards: behind that nothing is asked for. Of what says 0 all
     * is read: the kernel has files that do not know
     * @param forDpkg whether dpkg's sum is needed too
     */
    static Content read(InputStream source, long size, boolean forDpkg) throws IOException {
        var md5 = forDpkg ? Optional.of(sumOfDpkg()) : Optional.<MessageDigest>empty();
        return copy(source, OutputStream.nullOutputStream(), size, Math.clamp(size, 1, CHUNK), md5);
    }

    static Content copy(InputStream source, OutputStream sink) throws IOException {
        return copy(source, sink, Long.MAX_VALUE, CHUNK, Optional.empty());
    }

    private static Content copy(InputStream source, OutputStream sink, long size, int room, Optional<MessageDigest> md5)
            throws IOException {
        var sha256 = Sha256.begin();
        var watch = new PrivateKeyWatch();
        var chunk = new byte[room];
        long left = size;
        for (int read = source.read(chunk); read >= 0; read = left == 0 ? -1 : source.read(chunk)) {
            int length = read;
            left -= length;
            sha256.update(chunk, 0, length);
            md5.ifPresent(sum -> sum.update(chunk, 0, length));
            watch.pass(chunk, 0, length);
            sink.write(chunk, 0, length);
        }
        return new Content(
                Digest.ofSha256(sha256.digest()),
                md5.map(sum -> HexFormat.of().formatHex(sum.digest())),
                watch.found());
    }

    private static MessageDigest sumOfDpkg() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
