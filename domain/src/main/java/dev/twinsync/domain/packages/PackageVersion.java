package dev.twinsync.domain.packages;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** A Debian version, {@code [epoch:]upstream[-revision]}; opaque to twin, which never orders two of them. */
public record PackageVersion(String text) {

    private static final String GRAMMAR = "([0-9]+:)?[0-9][A-Za-z0-9.+~:-]*";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<PackageVersion> SHAPE =
            Shape.text("^" + GRAMMAR + "$", PackageVersion::new, PackageVersion::text);

    public PackageVersion {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a Debian version, as 1:2.30.2-1 is one");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
