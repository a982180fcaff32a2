package dev.twinsync.domain.desktop;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** What a setting is called within its place: {@code cursor-size}; those of KDE may have blanks: {@code Color Scheme}. */
public record SettingName(String text) {

    static final String GRAMMAR = "[^\\[\\]=/\\s#-]([^\\[\\]=/]{0,253}[^\\[\\]=/\\s])?";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<SettingName> SHAPE = Shape.text("^" + GRAMMAR + "$", SettingName::new, SettingName::text);

    public SettingName {
        if (!PATTERN.matcher(text).matches() || !isReadable(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not the name of a setting, as cursor-size is one");
        }
    }

    /** Without letters that are not seen or that steer something. */
    static boolean isReadable(String text) {
        return text.codePoints().noneMatch(Printable::isUnsafe);
    }

    @Override
    public String toString() {
        return text;
    }
}
