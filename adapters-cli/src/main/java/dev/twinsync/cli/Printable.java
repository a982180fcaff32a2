package dev.twinsync.cli;

import java.util.stream.Collectors;

/** Makes text from outside safe to show: what would steer a terminal or turn the reading direction is spelled out. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        return text.codePoints().mapToObj(Printable::letter).collect(Collectors.joining());
    }

    private static String letter(int codePoint) {
        return isUnsafe(codePoint) ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
