package dev.twinsync.domain;

import dev.twinsync.domain.shape.Shape;
import java.util.HexFormat;

/** What content is, without the content: {@code sha256:} and 64 hexadecimal digits in lower case. */
public record Digest(String text) {

    private static final String ALGORITHM = "sha256:";
    private static final String GRAMMAR = ALGORITHM + "[0-9a-f]{64}";
    private static final int LENGTH = ALGORITHM.length() + 64;
    public static final Shape<Digest> SHAPE = Shape.text("^" + GRAMMAR + "$", Digest::new, Digest::text);

    public Digest {
        if (!isDigest(text)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a digest: sha256: and 64 digits from 0 to 9 and a to f");
        }
    }

    /** By hand: there are as many of them as there are files. */
    private static boolean isDigest(String text) {
        if (text.length() != LENGTH || !text.startsWith(ALGORITHM)) {
            return false;
        }
        for (int index = ALGORITHM.length(); index < LENGTH; index++) {
            if (!isDigit(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
    }

    /** The 32 bytes that SHA-256 gives. */
    public byte[] hash() {
        return HexFormat.of().parseHex(text, ALGORITHM.length(), LENGTH);
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
