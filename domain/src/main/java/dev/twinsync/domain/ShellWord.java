package dev.twinsync.domain;

import java.util.regex.Pattern;

/** A text as one word of a command that a person is to copy, or a shell to read. */
public final class ShellWord {

    /** Letters that no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=:,-]+");

    private ShellWord() {}

    /** As it is where it can stand so, as {@code /etc/hosts}; else in quotes. */
    public static String of(Object text) {
        var word = text.toString();
        return PLAIN.matcher(word).matches() ? word : quoted(word);
    }

    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
