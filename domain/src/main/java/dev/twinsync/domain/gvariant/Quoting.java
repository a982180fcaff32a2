package dev.twinsync.domain.gvariant;

/** Writes texts between quotes, with escapes where a letter would not be seen. */
final class Quoting {

    private Quoting() {}

    static void add(StringBuilder to, String value) {
        char quote = quoteFor(value);
        to.append(quote);
        value.codePoints().forEach(letter -> letter(to, letter, quote));
        to.append(quote);
    }

    private static char quoteFor(String value) {
        return value.indexOf('\'') >= 0 ? '"' : '\'';
    }

    private static void letter(StringBuilder to, int letter, char quote) {
        if (letter == quote || letter == '\\') {
            to.append('\\');
        }
        if (isPrintable(letter)) {
            to.appendCodePoint(letter);
        } else {
            to.append(escape(letter));
        }
    }

    private static boolean isPrintable(int letter) {
        int category = Character.getType(letter);
        return category != Character.CONTROL
                && category != Character.FORMAT
                && category != Character.SURROGATE
                && category != Character.UNASSIGNED;
    }

    private static String escape(int letter) {
        return switch (letter) {
            case '\u0007' -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\u000b' -> "\\v";
            default -> String.format(letter < 0x10000 ? "\\u%04x" : "\\U%08x", letter);
        };
    }

    /** @param bytes one letter a byte */
    static void addBytes(StringBuilder to, String bytes) {
        char quote = quoteFor(bytes);
        to.append('b').append(quote);
        bytes.chars().forEach(letter -> to.append(escapedByte(letter)));
        to.append(quote);
    }

    private static String escapedByte(int letter) {
        return switch (letter) {
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\u000b' -> "\\v";
            case '\\', '"' -> "\\" + (char) letter;
            default -> letter < ' ' || letter >= 0x7f ? String.format("\\%03o", letter) : "" + (char) letter;
        };
    }
}
