package dev.twinsync.domain;

import java.util.Arrays;
import java.util.Optional;

/** Text as bytes, whatever the machine takes for its own encoding. */
public final class Utf8 {

    private static final int LONGEST_LETTER = 4;

    private Utf8() {}

    /** @param text without halves of pairs */
    public static byte[] bytes(String text) {
        var bytes = new byte[text.length() * LONGEST_LETTER];
        int length = 0;
        for (int point : text.codePoints().toArray()) {
            int more = more(point);
            bytes[length++] = (byte) (more == 0 ? point : lead(more) | point >> 6 * more);
            for (int left = more - 1; left >= 0; left--) {
                bytes[length++] = (byte) (0x80 | point >> 6 * left & 0x3f);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** How many bytes a text takes. */
    public static long length(String text) {
        return text.codePoints().mapToLong(point -> 1 + more(point)).sum();
    }

    /** How many bytes follow the first. */
    private static int more(int point) {
        return point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    }

    private static int lead(int more) {
        return 0xff00 >> more + 1 & 0xff;
    }

    /** Empty where the bytes are no text in UTF-8. */
    public static Optional<String> text(byte[] bytes) {
        var text = new StringBuilder();
        for (int index = 0; index < bytes.length; ) {
            int first = Byte.toUnsignedInt(bytes[index++]);
            int more = first < 0x80 ? 0 : Integer.numberOfLeadingZeros(~first << 24) - 1;
            if (more > bytes.length - index || more >= LONGEST_LETTER || first >= 0x80 && more < 1) {
                return Optional.empty();
            }
            int point = more == 0 ? first : first & 0x3f >> more;
            for (int left = more; left > 0; left--) {
                point = point << 6 | bytes[index++] & 0x3f;
            }
            if (!Character.isValidCodePoint(point) || Character.getType(point) == Character.SURROGATE) {
                return Optional.empty();
            }
            text.appendCodePoint(point);
        }
        return Optional.of(text.toString()).filter(read -> Arrays.equals(bytes(read), bytes));
    }
}
