package dev.twinsync.domain.packages;

import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Debian package name, with {@code :architecture} where it is not the machine's own. Refuses what apt would read as
 * something else: a trailing {@code -} removes, a leading one is an option, {@code /} and {@code *} choose others.
 */
public record PackageName(String text) implements Comparable<PackageName> {

    /** Words of dpkg that stand where an architecture does and are none. */
    private static final String NO_ARCHITECTURE = "(all|any|native)";

    private static final String GRAMMAR =
            "[a-z0-9][a-z0-9+.-]*[a-z0-9+.](:(?!" + NO_ARCHITECTURE + "$)[a-z0-9][a-z0-9-]*[a-z0-9])?";
    private static final Pattern OF_NO_ARCHITECTURE = Pattern.compile("[a-z0-9+.-]+:" + NO_ARCHITECTURE);
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<PackageName> SHAPE = Shape.text("^" + GRAMMAR + "$", PackageName::new, PackageName::text);

    public PackageName {
        if (OF_NO_ARCHITECTURE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" names no architecture; write " + text.substring(0, text.indexOf(':')));
        }
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a package name: lower-case letters, digits and"
                    + " + - . are allowed, and it must not end in -");
        }
    }

    /** Without the architecture. */
    public String plain() {
        return text.split(":", 2)[0];
    }

    /** Empty: the machine's own. */
    public Optional<String> architecture() {
        int colon = text.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
    }

    @Override
    public int compareTo(PackageName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
