package dev.twinsync.domain.secrets;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A secret in a file of the corpus.
 *
 * @param mark what it was made from: {@code ⟦password⟧}
 * @param line where it begins, counted from 1
 * @param column of its first character, counted from 1
 * @param lastLine where it ends
 */
record PlantedSecret(String mark, String value, int line, int column, int lastLine) {

    private static final int TELLING = 6;
    private static final Pattern ARMOUR = Pattern.compile("(\\\\n)?-----[A-Za-z0-9 ]+-----(\\\\n)?");

    /** Whether anybody could still read six characters of it in a row, or all of it where it is shorter. */
    boolean remainsIn(String text) {
        return pieces().anyMatch(text::contains);
    }

    boolean isOn(int number) {
        return line <= number && number <= lastLine;
    }

    private Stream<String> pieces() {
        return value.lines().map(PlantedSecret::body).flatMap(PlantedSecret::pieces);
    }

    /** Without what everybody may read: the first and last lines of a private key, and its headers. */
    private static String body(String line) {
        return line.contains(": ") ? "" : ARMOUR.matcher(line).replaceAll("").strip();
    }

    private static Stream<String> pieces(String body) {
        int size = Math.min(TELLING, body.length());
        return IntStream.rangeClosed(0, body.length() - size)
                .mapToObj(start -> body.substring(start, start + size))
                .filter(piece -> !piece.isEmpty());
    }
}
