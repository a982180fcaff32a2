package dev.twinsync.git.yaml;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import java.util.regex.Pattern;

/**
 * How one scalar is written. Text stands without quotes where every reader, of YAML 1.1 as of YAML 1.2, takes it for text;
 * otherwise in double quotes.
 */
final class YamlScalar {

    /** What some reader takes for a truth value, nothing, a number, a date, a merge or a default: regardless of case. */
    private static final Pattern AMBIGUOUS = Pattern.compile("""
            y|n|yes|no|on|off|true|false|null|~|=|<<\
            |[-+]?\\.inf|\\.nan\
            |[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-f_]+\
            |[-+]?([0-9][0-9_]*\\.?[0-9_]*|\\.[0-9_]+)(e[-+]?[0-9_]*)?\
            |[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?\
            |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?\
            """, Pattern.CASE_INSENSITIVE);

    private static final Pattern LITERAL =
            Pattern.compile("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final String GOOD_START = "_/.$(+;^~<=";

    private static final String FLOW = ",[]{}:";

    private YamlScalar() {}

    static String text(String text) {
        return isClear(text) && !AMBIGUOUS.matcher(text).matches() ? text : quoted(text);
    }

    /** A number or a truth value as it is; words that came without quotes are text. */
    static String literal(String text) {
        return text.isEmpty() || LITERAL.matcher(text).matches() ? text : text(text);
    }

    /** Between brackets, where commas and brackets end it. */
    static String within(String text) {
        return text(text).equals(text) && text.chars().anyMatch(letter -> FLOW.indexOf(letter) >= 0)
                ? quoted(text)
                : text(text);
    }

    static String within(Tree.Scalar scalar) {
        if (scalar.plain() && scalar.text().isEmpty()) {
            return "null";
        }
        return scalar.plain() && LITERAL.matcher(scalar.text()).matches() ? scalar.text() : within(scalar.text());
    }

    /** Where single quotes will do, else in double quotes. */
    static String inSingleQuotes(String text) {
        return text.codePoints().noneMatch(Printable::isUnsafe) && text.indexOf('\t') < 0
                ? "'" + text.replace("'", "''") + "'"
                : quoted(text);
    }

    static String inDoubleQuotes(String text) {
        return quoted(text);
    }

    /** Whether its characters make it one plain scalar, whatever stands around it. */
    private static boolean isClear(String text) {
        return !text.isEmpty()
                && startsWell(text.codePointAt(0))
                && text.codePoints().allMatch(YamlScalar::isOrdinary)
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !text.endsWith(" ")
                && !text.startsWith("...");
    }

    private static boolean startsWell(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || GOOD_START.indexOf(codePoint) >= 0;
    }

    private static boolean isOrdinary(int codePoint) {
        return codePoint < 0x7F ? codePoint >= ' ' : Character.isLetterOrDigit(codePoint);
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> escape(codePoint, out));
        return out.append('"').toString();
    }

    private static void escape(int codePoint, StringBuilder out) {
        switch (codePoint) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Printable.isUnsafe(codePoint)) {
                    out.append(String.format(codePoint > 0xFFFF ? "\\U%08X" : "\\u%04X", codePoint));
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }
}
