package dev.twinsync.domain;

import dev.twinsync.domain.shape.Shape;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What content is, without the content: {@code sha256:} and 64 hexadecimal digits in lower case. */
public record Digest(String text) {

    private static final String ALGORITHM = "sha256:";
    private static final String GRAMMAR = ALGORITHM + "[0-9a-f]{64}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    public static final Shape<Digest> SHAPE = Shape.text("^" + GRAMMAR + "$", Digest::new, Digest::text);

    public Digest {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a digest: sha256: and 64 digits from 0 to 9 and a to f");
        }
    }

    /** @param hash the 32 bytes that SHA-256 gives */
    public static Digest ofSha256(byte[] hash) {
        return new Digest(ALGORITHM + HexFormat.of().formatHex(hash));
    }

    @Override
    public String toString() {
        return text;
    }
}
