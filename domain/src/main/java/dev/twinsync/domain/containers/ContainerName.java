package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** What a container is called: {@code web}. It becomes a part of a path of the engine's interface, so nothing else will do. */
public record ContainerName(String text) {

    /** Room for what a replacement appends for a while. */
    private static final int LONGEST = 200;

    static final String GRAMMAR = "[A-Za-z0-9][A-Za-z0-9_.-]*";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    public static final Shape<ContainerName> SHAPE =
            Shape.text("^" + GRAMMAR + "$", ContainerName::new, ContainerName::text);

    public ContainerName {
        if (text.length() > LONGEST || !PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + Printable.of(text)
                    + "\" is not the name of a container: letters, digits and _ . - behind a letter or digit");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
