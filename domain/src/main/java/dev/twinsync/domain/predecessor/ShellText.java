package dev.twinsync.domain.predecessor;

import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a shell configuration and how far it was read. */
final class ShellText {

    static final char END = '\0';

    private static final String OPENS = "'\"`({\\<";

    private final String text;
    private int next;
    private long line = 1;

    ShellText(String text) {
        this.text = text;
    }

    long line() {
        return line;
    }

    /** The character that comes; {@link #END} behind the last one. */
    char peek() {
        return next < text.length() ? text.charAt(next) : END;
    }

    boolean isAtEnd() {
        return next >= text.length();
    }

    char take() {
        char taken = text.charAt(next++);
        if (taken == '\n') {
            line++;
        }
        return taken;
    }

    /** The first group of the pattern, where it comes next. */
    Optional<String> take(Pattern pattern) {
        var matcher = pattern.matcher(text).region(next, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        for (int left = matcher.end() - next; left > 0; left--) {
            take();
        }
        return Optional.of(matcher.group(1));
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            take();
        }
    }

    void skipLine() {
        while (!isAtEnd() && peek() != '\n') {
            take();
        }
    }

    /** Over blank lines and remarks; whether something comes behind them. */
    boolean skipToStatement() {
        while (!isAtEnd()) {
            skipBlanks();
            if (peek() == '#') {
                skipLine();
            } else if (peek() == '\n') {
                take();
            } else {
                return !isAtEnd();
            }
        }
        return false;
    }

    boolean isAtEndOfStatement() {
        boolean hadBlank = peek() == ' ' || peek() == '\t';
        skipBlanks();
        return isAtEnd() || peek() == '\n' || hadBlank && peek() == '#';
    }

    /** Whether the rest of the line may go on in the next one. */
    boolean restIsOpen() {
        int end = text.indexOf('\n', next);
        return text.substring(next, end < 0 ? text.length() : end)
                .chars()
                .anyMatch(letter -> OPENS.indexOf(letter) >= 0);
    }
}
