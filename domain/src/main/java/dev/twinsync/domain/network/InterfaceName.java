package dev.twinsync.domain.network;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** The name of a network interface, as the kernel can hold it: {@code eth0}, {@code br-lan}. */
public record InterfaceName(String text) {

    private static final String GRAMMAR = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<InterfaceName> SHAPE = Shape.text("^" + GRAMMAR + "$", InterfaceName::new, InterfaceName::text);

    public InterfaceName {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not the name of an interface: up to 15 letters, digits"
                            + " and . _ - are allowed, beginning with a letter, a digit or _");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
