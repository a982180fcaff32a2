package dev.twinsync.domain;

import java.util.stream.Collectors;

/**
 * Makes text from outside safe to show: what would steer a terminal, turn the reading direction or not be seen at all is
 * spelled out.
 */
public final class Printable {

    private Printable() {}

    public static String of(String text) {
        return text.codePoints().mapToObj(Printable::letter).collect(Collectors.joining());
    }

    /** As {@link #of}, and a tabulator stays one. */
    public static String withTabs(String text) {
        return text.codePoints()
                .mapToObj(codePoint -> codePoint == '\t' ? "\t" : letter(codePoint))
                .collect(Collectors.joining());
    }

    private static String letter(int codePoint) {
        return isUnsafe(codePoint) || isBlank(codePoint) || isModifier(codePoint)
                ? String.format(codePoint > 0xffff ? "\\U%08x" : "\\u%04x", codePoint)
                : Character.toString(codePoint);
    }

    /** Whether a letter, by its category, is to be spelled out wherever it stands. */
    public static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Letters by their category, and nothing on the screen: the fillers of Hangul, and the empty pattern of Braille. */
    private static boolean isBlank(int codePoint) {
        return switch (codePoint) {
            case 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0 -> true;
            default -> Character.isSpaceChar(codePoint) && codePoint != ' ';
        };
    }

    /** Marks that change nothing one could see, by the Unicode property Default_Ignorable_Code_Point. */
    private static boolean isModifier(int codePoint) {
        return codePoint == 0x034f
                || codePoint == 0x17b4
                || codePoint == 0x17b5
                || codePoint >= 0x180b && codePoint <= 0x180f
                || codePoint >= 0xfe00 && codePoint <= 0xfe0f
                || codePoint >= 0xe0000 && codePoint <= 0xe0fff;
    }
}
