package dev.twinsync.flow.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind {@code --only}: patterns with commas between them, and {@code \,} for a comma that is a part of a name. A
 * backslash before anything else is the pattern's own, which takes two for one: see {@link Glob}.
 */
public final class OnlyWord {

    /** For help and errors, the end of a sentence. */
    public static final String COMMA_IN_A_NAME = "a comma in a name is written \\,";

    private static final char ESCAPE = '\\';
    private static final char COMMA = ',';

    private OnlyWord() {}

    /** What is named, in order; what is empty at the end is left out, so that of {@code ,} nothing is left. */
    public static List<String> patterns(String word) {
        var patterns = new ArrayList<String>();
        var pattern = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            char sign = word.charAt(at);
            if (sign == COMMA) {
                patterns.add(pattern.toString());
                pattern.setLength(0);
            } else if (sign == ESCAPE && isNext(word, at, COMMA)) {
                pattern.append(COMMA);
                at++;
            } else if (sign == ESCAPE && isNext(word, at, ESCAPE)) {
                pattern.append(ESCAPE).append(ESCAPE);
                at++;
            } else {
                pattern.append(sign);
            }
        }
        patterns.add(pattern.toString());
        return withoutEmptyEnd(patterns, word);
    }

    /** A word that is empty as a whole is a name that there is not, and told as one. */
    private static List<String> withoutEmptyEnd(List<String> patterns, String word) {
        while (!word.isEmpty() && !patterns.isEmpty() && patterns.getLast().isEmpty()) {
            patterns.removeLast();
        }
        return List.copyOf(patterns);
    }

    /** The pattern as a part of such a word, which a shell may have to be given in quotes. */
    public static String of(String pattern) {
        var word = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            if (sign == ESCAPE && isNext(pattern, at, ESCAPE)) {
                word.append(ESCAPE).append(ESCAPE);
                at++;
            } else if (sign == ESCAPE && (isNext(pattern, at, COMMA) || at + 1 == pattern.length())) {
                word.append(ESCAPE).append(ESCAPE);
            } else if (sign == COMMA) {
                word.append(ESCAPE).append(COMMA);
            } else {
                word.append(sign);
            }
        }
        return word.toString();
    }

    private static boolean isNext(String text, int at, char sign) {
        return at + 1 < text.length() && text.charAt(at + 1) == sign;
    }
}
