package dev.twinsync.domain.secrets;

import java.util.Set;

/**
 * Where the value of a name stands in a line.
 *
 * @param alone the name and its value are a statement of their own, not words in running text
 */
record ValueSpan(int start, int end, boolean alone) {

    private static final String PLAIN_END = " \t&\"'<>|`";
    private static final String TRAILING = ",;)]}\\";

    /** Nobody types more; a bound on each value keeps the work on a hostile line small. */
    private static final int LONGEST = 1024;

    /** Behind more than this, a name does not begin its line. */
    private static final int DEEPEST_INDENT = 60;

    /** What may stand before the name where its line begins with it. */
    private static final Set<String> BEGINNINGS =
            Set.of("", "-", "export", "\"", "'", "- \"", "- '", "set", "#", ";", "- export");

    /** @param separator between the name and the value @param nameStart where the name begins */
    static ValueSpan behind(CharSequence line, int separator, int nameStart) {
        if (stands(":-", line, separator)) {
            return upTo(line, separator + 2, brace(line, separator + 2), true);
        }
        int start = start(line, separator);
        boolean first = nameStart <= DEEPEST_INDENT
                && beginsLine(line.subSequence(0, nameStart).toString());
        boolean alone = line.charAt(separator) != ':' || first || followsSign(line, nameStart);
        if (start > separator + 1 && isOfAddress(line, separator, nameStart)) {
            return new ValueSpan(separator + 1, separator + 1, false);
        }
        int mask = Mask.endAt(line, start);
        if (mask > start) {
            return new ValueSpan(start, mask, alone);
        }
        int quote = quoteAt(line, start);
        if (quote == 1 && isClosing(line, start, nameStart)) {
            return new ValueSpan(start, start, false);
        }
        if (quote > 0) {
            int open = start + quote;
            return upTo(line, open, closing(line, open, line.charAt(open - 1)), true);
        }
        boolean wholeLine = first && !isFlow(line, nameStart);
        return upTo(line, start, wholeLine ? lineEnd(line, start) : plainEnd(line, start), alone);
    }

    /** In an address no blank stands before a value. */
    private static boolean isOfAddress(CharSequence line, int separator, int nameStart) {
        return line.charAt(separator) == '=' && nameStart > 0 && "?&".indexOf(line.charAt(nameStart - 1)) >= 0;
    }

    private static ValueSpan upTo(CharSequence line, int start, int end, boolean alone) {
        int stop = end < start ? limit(line, start) : end;
        return new ValueSpan(start, stop, alone);
    }

    /** {@code "Password: "}: the quote ends what the name is part of. */
    private static boolean isClosing(CharSequence line, int quote, int nameStart) {
        return nameStart > 0
                && line.charAt(nameStart - 1) == line.charAt(quote)
                && (quote + 1 == line.length() || " \t),;".indexOf(line.charAt(quote + 1)) >= 0);
    }

    private static int limit(CharSequence line, int start) {
        return Math.min(line.length(), start + LONGEST);
    }

    /** Behind the separator, the rest of it ({@code =>}, {@code :=}), blanks and a tag of YAML. */
    private static int start(CharSequence line, int separator) {
        int start = separator + 1;
        while (start < line.length() && " \t=>".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return stands("!!str ", line, start) ? start + "!!str ".length() : start;
    }

    /** How many letters the opening quote has: 1 for {@code "}, 2 for {@code \"}, 3 for three of them; 0: there is none. */
    private static int quoteAt(CharSequence line, int start) {
        if (stands("\"\"\"", line, start) || stands("'''", line, start)) {
            return 3;
        }
        if (start < line.length() && NamedValues.isQuote(line.charAt(start))) {
            return 1;
        }
        boolean escaped =
                start + 1 < line.length() && line.charAt(start) == '\\' && NamedValues.isQuote(line.charAt(start + 1));
        return escaped ? 2 : 0;
    }

    /** The next such quote that is not escaped, unless the opening one was escaped too; below 0: there is none. */
    private static int closing(CharSequence line, int open, char quote) {
        boolean wasEscaped = open >= 2 && line.charAt(open - 2) == '\\';
        int limit = limit(line, open);
        for (int index = open; index < limit; index++) {
            if (line.charAt(index) == '\\') {
                if (wasEscaped && index + 1 < limit && line.charAt(index + 1) == quote) {
                    return index;
                }
                index++;
            } else if (line.charAt(index) == quote) {
                return index;
            }
        }
        return -1;
    }

    static boolean stands(String what, CharSequence line, int at) {
        return at + what.length() <= line.length() && what.contentEquals(line.subSequence(at, at + what.length()));
    }

    /** The next one; below 0: there is none near by. */
    private static int brace(CharSequence line, int start) {
        int limit = limit(line, start);
        int index = start;
        while (index < limit && line.charAt(index) != '}') {
            index++;
        }
        return index < limit ? index : -1;
    }

    private static boolean beginsLine(String before) {
        return BEGINNINGS.contains(before.strip());
    }

    /** {@code "a"} at the beginning is JSON: its values have ends of their own. */
    private static boolean isFlow(CharSequence line, int nameStart) {
        return nameStart > 0 && NamedValues.isQuote(line.charAt(nameStart - 1));
    }

    /** What stands before the name ends one thing and begins another. */
    private static boolean followsSign(CharSequence line, int nameStart) {
        int last = nameStart - 1;
        while (last > 0 && nameStart - last < DEEPEST_INDENT && " \t".indexOf(line.charAt(last)) >= 0) {
            last--;
        }
        return last < 0 || last == nameStart - 1 || "-{,;&?([#:=|\"'".indexOf(line.charAt(last)) >= 0;
    }

    /** The end of the line, without a comment. */
    private static int lineEnd(CharSequence line, int start) {
        int limit = limit(line, start);
        int comment = line.subSequence(start, limit).toString().indexOf(" #");
        int end = comment < 0 ? limit : start + comment;
        while (end > start
                && (Character.isWhitespace(line.charAt(end - 1)) || ",;".indexOf(line.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    /** The next blank or quote, or the comma or semicolon before the next name. */
    private static int plainEnd(CharSequence line, int start) {
        int end = start;
        int limit = limit(line, start);
        while (end < limit && PLAIN_END.indexOf(line.charAt(end)) < 0 && !isBeforeName(line, end)) {
            end++;
        }
        while (end > start && TRAILING.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isBeforeName(CharSequence line, int index) {
        if (",;".indexOf(line.charAt(index)) < 0) {
            return false;
        }
        int next = index + 1;
        while (next < line.length()
                && next - index < 40
                && (Character.isLetterOrDigit(line.charAt(next)) || line.charAt(next) == '_')) {
            next++;
        }
        return next > index + 1 && next < line.length() && line.charAt(next) == '=';
    }
}
