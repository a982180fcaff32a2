package dev.twinsync.domain.files;

/** What no name of a file may hold, because a document or a terminal could not show it as it is. */
final class Names {

    /** Control characters and separators of lines, for the inside of a character class. */
    static final String UNPRINTABLE = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufffd";

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
