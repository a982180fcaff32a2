package dev.twinsync.domain.gvariant;

import java.util.Optional;

/** Lists of bytes that hold a text: their only zero is the last one. GLib writes them as {@code b'…'}. */
final class ByteStrings {

    private ByteStrings() {}

    /** One letter a byte, without the zero at the end. */
    static Optional<String> of(GVariant.Array array) {
        if (array.of() != GType.Basic.BYTE || array.items().isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (GVariant item : array.items()) {
            if (item instanceof GVariant.Whole(var _, var number)) {
                text.append((char) number.intValue());
            }
        }
        return text.indexOf("\0") == text.length() - 1
                ? Optional.of(text.substring(0, text.length() - 1))
                : Optional.empty();
    }
}
