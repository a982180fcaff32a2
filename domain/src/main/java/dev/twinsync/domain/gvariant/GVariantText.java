package dev.twinsync.domain.gvariant;

import java.util.Optional;

/**
 * The text form of values, as GLib prints and reads it: {@code 'x'}, {@code uint32 300}, {@code @as []}, {@code [('xkb', 'us')]},
 * {@code {'a': <1>}}. What {@link #print} writes is what {@code gsettings get} prints, and {@link #parse} reads it back to an
 * equal value.
 */
public final class GVariantText {

    private GVariantText() {}

    /**
     * @param expected the type that the value must have; empty: the one that the text says, where a bare number is an
     *     {@code int32} and a bare text a string. Nested deeper than 64 it is refused.
     */
    public static GVariantReading parse(String text, Optional<GType> expected) {
        try {
            var node = NodeReader.read(text);
            var type = expected.orElseGet(() -> Pattern.of(node).type(node));
            return new GVariantReading.Value(Typing.value(node, type));
        } catch (Malformed malformed) {
            return new GVariantReading.Wrong(malformed.getMessage(), malformed.column(text));
        }
    }

    /** With a type in front wherever the text alone would be read as another one. */
    public static String print(GVariant value) {
        return new GVariantPrinter().print(value);
    }
}
