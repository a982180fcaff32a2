package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/**
 * What an add-on is called: the short name of its repository, and its own.
 *
 * @param text {@code core_mosquitto}
 */
public record AddonSlug(String text) {

    private static final String GRAMMAR = "(?:core|local|[0-9a-f]{8})_[A-Za-z0-9][-_.A-Za-z0-9]{0,127}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<AddonSlug> SHAPE = Shape.text("^" + GRAMMAR + "$", AddonSlug::new, AddonSlug::text);

    public AddonSlug {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + Printable.of(text)
                    + "\" is not the slug of an add-on, as core_mosquitto and a0d7b954_ssh are; the page of the add-on in"
                    + " Home Assistant shows it in its address");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
