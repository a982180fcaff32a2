package dev.twinsync.domain.shape;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant to write. */
public final class Nearest {

    private static final int CLOSE = 2;

    private Nearest() {}

    /** {@code ; did you mean "present"?}, or nothing when no known word is close. */
    public static String hint(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> Math.abs(written.length() - word.length()) <= CLOSE)
                .filter(word -> distance(written, word) <= CLOSE)
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** Levenshtein distance. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(previous[column - 1] + change, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
