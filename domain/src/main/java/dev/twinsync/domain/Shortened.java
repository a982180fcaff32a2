package dev.twinsync.domain;

/** Makes a text fit where there is not room for all of it. */
public final class Shortened {

    private static final String MORE = "…";

    private Shortened() {}

    /** The text, or its beginning and a mark that there is more. @param most characters, the mark included */
    public static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - MORE.length();
        boolean splitsLetter = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsLetter ? end - 1 : end) + MORE;
    }
}
