package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.Pieces;
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

    /**
     * @param size how much there was when somebody looked, who looks again afterwards
     * @param forDpkg whether dpkg's sum is needed too
     */
    static Content read(InputStream source, long size, boolean forDpkg) throws IOException {
        var md5 = forDpkg ? Optional.of(sumOfDpkg()) : Optional.<MessageDigest>empty();
        return copy(source, OutputStream.nullOutputStream(), size, md5);
    }

    static Content copy(InputStream source, OutputStream sink) throws IOException {
        return copy(source, sink, Long.MAX_VALUE, Optional.empty());
    }

    private static Content copy(InputStream source, OutputStream sink, long size, Optional<MessageDigest> md5)
            throws IOException {
        var sha256 = Sha256.begin();
        var watch = new PrivateKeyWatch();
        Pieces.of(source, size, (piece, length) -> {
            sha256.update(piece, 0, length);
            md5.ifPresent(sum -> sum.update(piece, 0, length));
            watch.pass(piece, 0, length);
            sink.write(piece, 0, length);
        });
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
