package dev.twinsync.domain.system;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/**
 * Which machine a plan is for, as {@code sha256:…}: made from the machine id, which cannot be had back from it and is
 * never shown.
 */
public record HostIdentity(String text) {

    private static final String GRAMMAR = "sha256:[0-9a-f]{64}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    public static final Shape<HostIdentity> SHAPE =
            Shape.text("^" + GRAMMAR + "$", HostIdentity::new, HostIdentity::text);

    public HostIdentity {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("a host is named as sha256: and 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
