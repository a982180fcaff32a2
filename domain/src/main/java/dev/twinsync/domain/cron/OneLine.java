package dev.twinsync.domain.cron;

import dev.twinsync.domain.Utf8;

/** What any text must be that goes into a line of a crontab: one line, and text. */
final class OneLine {

    private OneLine() {}

    /** @param what how a message calls the text, which it does not repeat: it may be long or a secret */
    static void check(String what, String text, int mostBytes) {
        if (text.chars().anyMatch(character -> Character.isISOControl(character) && character != '\t')) {
            throw new IllegalArgumentException(what + " holds a line break or another control character");
        }
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new IllegalArgumentException(what + " is not UTF-8 text");
        }
        if (Utf8.length(text) > mostBytes) {
            throw new IllegalArgumentException(
                    what + " is longer than " + mostBytes + " bytes, where cron stops reading; put it into a script");
        }
    }
}
