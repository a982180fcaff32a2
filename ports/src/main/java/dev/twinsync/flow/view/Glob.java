package dev.twinsync.flow.view;

import java.util.stream.IntStream;

/**
 * A pattern for a whole name: {@code *} for any characters, {@code ?} for any one, all else for itself, and these two as well
 * behind a backslash, as a backslash is. One before anything else stands for itself: names of units have many. It takes as many
 * steps as the name times the pattern is long at most, whoever chose them.
 */
public record Glob(String pattern) {

    private static final int ANY = -1;
    private static final int ANY_ONE = -2;

    /** The pattern that this very name meets, and no other. Where it can, it is the name as it stands. */
    static String literal(String name) {
        boolean isPattern = name.contains("*") || name.contains("?") || name.contains("\\\\");
        return isPattern ? name.replaceAll("[*?\\\\]", "\\\\$0") : name;
    }

    public boolean matches(String name) {
        return matches(marks(), name.codePoints().toArray());
    }

    /** One number for each place of a name, the two signs as numbers that no letter has. */
    private int[] marks() {
        int[] letters = pattern.codePoints().toArray();
        var marks = IntStream.builder();
        for (int at = 0; at < letters.length; at++) {
            if (letters[at] == '\\' && at + 1 < letters.length && isSpecial(letters[at + 1])) {
                marks.add(letters[++at]);
            } else {
                marks.add(
                        switch (letters[at]) {
                            case '*' -> ANY;
                            case '?' -> ANY_ONE;
                            default -> letters[at];
                        });
            }
        }
        return marks.build().toArray();
    }

    private static boolean isSpecial(int letter) {
        return letter == '*' || letter == '?' || letter == '\\';
    }

    /** Of several stars only the last one has to be tried again: what stood before it fits already. */
    private static boolean matches(int[] pattern, int[] name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (in < name.length) {
            if (at < pattern.length && pattern[at] == ANY) {
                star = at++;
                retry = in;
            } else if (at < pattern.length && (pattern[at] == ANY_ONE || pattern[at] == name[in])) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        return onlyStars(pattern, at);
    }

    private static boolean onlyStars(int[] pattern, int from) {
        for (int at = from; at < pattern.length; at++) {
            if (pattern[at] != ANY) {
                return false;
            }
        }
        return true;
    }
}
