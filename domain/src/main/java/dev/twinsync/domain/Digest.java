package dev.twinsync.domain;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** The SHA-256 of some bytes, as {@code sha256:} and 64 hexadecimal digits. */
public record Digest(String text) {

    private static final String GRAMMAR = "sha256:[0-9a-f]{64}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

    public static final Shape<Digest> SHAPE = Shape.text("^" + GRAMMAR + "$", Digest::new, Digest::text);

    public Digest {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not sha256: and 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
