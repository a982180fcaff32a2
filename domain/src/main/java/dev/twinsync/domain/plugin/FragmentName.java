package dev.twinsync.domain.plugin;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** The name of a document without its ending: {@code packages} stands for {@code state/packages.yaml}. */
public record FragmentName(String text) {

    private static final String GRAMMAR = "[a-z][a-z0-9_]{0,31}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

    static final Shape<FragmentName> SHAPE = Shape.text("^" + GRAMMAR + "$", FragmentName::new, FragmentName::text);

    public FragmentName {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is not the name of a fragment: a word of a-z, 0-9 and _");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
