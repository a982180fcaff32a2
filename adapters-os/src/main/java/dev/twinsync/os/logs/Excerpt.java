package dev.twinsync.os.logs;

/** The beginning of a message that is too long for anybody to read, with a word on how much is missing. */
final class Excerpt {

    /** In characters. */
    static final int LONGEST = 4096;

    static final int MOST_LINES = 100;

    /** Half a secret would not be known for one: the cut is between words, where there are any. */
    private static final int LONGEST_WORD = 512;

    private Excerpt() {}

    static String of(String message) {
        int end = Math.min(endByLength(message), endByLines(message));
        return end == message.length()
                ? message
                : message.substring(0, end) + " [… " + (message.length() - end) + " more characters]";
    }

    private static int endByLength(String message) {
        if (message.length() <= LONGEST) {
            return message.length();
        }
        for (int at = LONGEST; at > LONGEST - LONGEST_WORD; at--) {
            if (Character.isWhitespace(message.charAt(at))) {
                return at;
            }
        }
        return Character.isHighSurrogate(message.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private static int endByLines(String message) {
        int end = -1;
        for (int line = 0; line < MOST_LINES; line++) {
            end = message.indexOf('\n', end + 1);
            if (end < 0) {
                return message.length();
            }
        }
        return end;
    }
}
