package dev.twinsync.domain.files;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** What a symbolic link says, as it stands: absolute or relative, existing or not. Repeated and trailing slashes are dropped. */
public record LinkTarget(String text) {

    private static final String GRAMMAR = "[^" + Names.UNPRINTABLE + "]{1,4095}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<LinkTarget> SHAPE = Shape.text("^" + GRAMMAR + "$", LinkTarget::new, LinkTarget::text);

    public LinkTarget {
        if (!PATTERN.matcher(text).matches() || Names.areBroken(text)) {
            throw new IllegalArgumentException(
                    Names.quoted(text) + " is not the target of a link: it must have no control character");
        }
        text = text.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
