package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.Locale;
import java.util.regex.Pattern;

/** A right of root that a container has or lacks: {@code NET_ADMIN}; {@code ALL} of them. */
public record Capability(String text) implements Comparable<Capability> {

    private static final String GRAMMAR = "[A-Z][A-Z0-9_]{1,40}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final String PREFIX = "CAP_";
    public static final Shape<Capability> SHAPE = Shape.text("^" + GRAMMAR + "$", Capability::new, Capability::text);

    /** Engines write it in both ways: {@code CAP_NET_ADMIN} is the same. */
    public Capability {
        var word = text.toUpperCase(Locale.ROOT);
        word = word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : word;
        if (!PATTERN.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is not a capability, as NET_ADMIN or ALL is");
        }
        text = word;
    }

    @Override
    public int compareTo(Capability other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
