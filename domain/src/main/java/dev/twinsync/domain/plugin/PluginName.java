package dev.twinsync.domain.plugin;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** What a plugin is called: what it manages and by what, {@code packages.debian}. */
public record PluginName(String text) {

    private static final String GRAMMAR = "[a-z][a-z0-9_]{0,31}\\.[a-z][a-z0-9_]{0,31}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

    public static final Shape<PluginName> SHAPE = Shape.text("^" + GRAMMAR + "$", PluginName::new, PluginName::text);

    public PluginName {
        if (!isOne(text)) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is not the name of a plugin: two words of a-z, 0-9 and _ with a dot"
                            + " between them, as packages.debian");
        }
    }

    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
