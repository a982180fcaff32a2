package dev.twinsync.domain.files;

/** What no name of a file may hold, because a document or a terminal could not show it as it is. */
final class Names {

    /** Control characters and separators of lines, for the inside of a character class. */
    static final String UNPRINTABLE = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd";

    private static final int LONGEST_PART = 255;

    private Names() {}

    /**
     * A grammar that ends in repeated parts, for matching: what cannot be taken in two ways needs no way back. Java would
     * keep that way on its stack, which ends before the longest path does. JSON Schema does not know this form.
     */
    static String inOneGo(String grammar) {
        return grammar + "+";
    }

    /** Half a surrogate pair has no UTF-8 form. */
    static boolean areBroken(String text) {
        return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /**
     * Whether a path, from a slash on, is of parts that no grammar here minds: letters, digits and {@code ._-} of ASCII, none with a dot at its
     * beginning. By hand: there are as many paths as there are files, and nearly all are so.
     */
    static boolean arePlain(String path, int from) {
        int length = 0;
        for (int index = from; index < path.length(); index++) {
            char next = path.charAt(index);
            if (next == '/') {
                if (length == 0 && index > from) {
                    return false;
                }
                length = 0;
            } else if (!isPlain(next) || next == '.' && length == 0 || ++length > LONGEST_PART || index == from) {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isPlain(char next) {
        return next >= 'a' && next <= 'z'
                || next >= 'A' && next <= 'Z'
                || next >= '0' && next <= '9'
                || next == '.'
                || next == '_'
                || next == '-';
    }

    /** In quotes, with everything that could not be seen written as its code. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().limit(200).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                quoted.append(String.format("\\u%04x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
