package dev.twinsync.flow.content;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.Optional;

/** What a file holds, as far as it can be shown. */
public sealed interface Content {

    /** As much as a person would read; of a longer file only the size and the digest are told. */
    int MOST_BYTES = 1 << 20;

    /** There is no such file. */
    record Nothing() implements Content {}

    /** @param text with masks in the place of secrets; it may hold what steers a terminal */
    record Text(String text) implements Content {}

    /**
     * It is no text, or too much of it.
     *
     * @param what in words: {@code not UTF-8}
     * @param size in bytes
     */
    record Raw(String what, long size, Digest digest) implements Content {}

    /** @param reason why it must not or cannot be shown, in words */
    record Hidden(String reason) implements Content {}

    /** @param opener empty: there is no such file */
    static Content of(Optional<Opener> opener, Redaction redaction) {
        if (opener.isEmpty()) {
            return new Nothing();
        }
        try (var in = opener.get().open()) {
            return of(in, redaction);
        } catch (IOException refused) {
            return new Hidden(refused.getMessage());
        }
    }

    private static Content of(InputStream source, Redaction redaction) throws IOException {
        var sha256 = Sha256.begin();
        var in = new DigestInputStream(source, sha256);
        var head = in.readNBytes(MOST_BYTES);
        long size = head.length + in.transferTo(OutputStream.nullOutputStream());
        var digest = Digest.ofSha256(sha256.digest());
        if (size > MOST_BYTES) {
            return new Raw("more than a mebibyte", size, digest);
        }
        return decoded(head)
                .<Content>map(text -> new Text(redaction.text(text)))
                .orElseGet(() -> new Raw("not text in UTF-8", size, digest));
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text).filter(decoded -> decoded.indexOf('\0') < 0);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
