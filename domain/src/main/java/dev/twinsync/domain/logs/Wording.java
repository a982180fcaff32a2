package dev.twinsync.domain.logs;

import dev.twinsync.domain.Shortened;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says each time: its words, with {@code #} in the place of what differs from one time to the next.
 *
 * <p>That is: numbers with their units, times, addresses, ids, names in the folders of temporary files, what is in quotes
 * unless it is one plain word ({@code Failed with result 'timeout'}), the name of an account that does not exist, what
 * nginx tells of a request and what somebody told sudo to do. The last four are the words of others, who could otherwise
 * make as many errors as they like, and who may have written a password there.
 */
final class Wording {

    static final String NONE = "(no message)";

    private static final int LONGEST = 200;

    /** No more than this is looked at. */
    static final int LOOKED_AT = 2_000;

    private static final String START = "(?<![A-Za-z0-9])";
    private static final String END = "(?![A-Za-z0-9])";
    private static final String HEX = "[0-9A-Fa-f]";
    private static final String NUMBER = "[0-9]++(?:\\.[0-9]++){0,7}+";
    private static final String UNIT = "(?:min|ms|us|µs|ns|[KMGT]i?B|[smhdwyBKMGT])";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String DAY = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?";
    private static final String WORD = "[A-Za-z][A-Za-z_.@-]{0,63}";

    /** The first group is what stays as it is. */
    private static final Pattern VOLATILE = Pattern.compile(String.join(
            "|",
            "(\"" + WORD + "\"|" + START + "'" + WORD + "'" + END + ")",
            "\"[^\"]*+(?:\"|\\z)",
            START + "'[^']*+'" + END,
            "(?<=, client: |invalid user |illegal user |COMMAND=).++",
            "(?<=/tmp/)[^\\s\"',;:()]++",
            "(?<![A-Za-z0-9_])tmp[._-]?(?=[A-Za-z_]*+[0-9]|[a-z_]*+[A-Z])[A-Za-z0-9_]{6,}+",
            START + "[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}(?:[T ][0-9:.,]{5,18}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?+" + END,
            START + DAY + MONTH + " {1,2}[0-9]{1,2}" + END,
            START + HEX + "{8}(?:-" + HEX + "{4}){3}-" + HEX + "{12}" + END,
            START + "(?:" + HEX + "{2}-){5}" + HEX + "{2}" + END,
            "(?<![A-Za-z0-9:])(?:" + HEX + "{0,4}:){2,7}" + HEX + "{0,4}(?:%[A-Za-z0-9]{1,15})?+" + END,
            "0[xX]" + HEX + "++",
            START + "(?=[A-Fa-f]*+[0-9])(?=[0-9]*+[A-Fa-f])" + HEX + "++" + END,
            START + "[A-Fa-f]{8,}+" + END,
            START + "(?=[A-Za-z]*+[0-9]++[A-Za-z]++[0-9])[A-Za-z0-9]{8,}+",
            START + "[-+]?(?:" + NUMBER + UNIT + "){1,8}+" + END,
            "(?:" + START + "[-+])?+" + NUMBER
                    + "(?: ?(?:milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|bytes?|ms|s)" + END + ")?+"));

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}\\p{Z}]++");
    private static final Pattern PARTS = Pattern.compile("#(?: #)++");

    private Wording() {}

    /** Never empty, never longer than 200 chars. */
    static String of(CharSequence message) {
        var head = message.subSequence(0, Math.min(LOOKED_AT, message.length()));
        var text = joined(masked(onOneLine(head)));
        return text.isEmpty() ? NONE : Shortened.to(LONGEST, text);
    }

    static String onOneLine(CharSequence text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    static String masked(CharSequence line) {
        return VOLATILE.matcher(line).replaceAll(Wording::mask);
    }

    private static String mask(MatchResult found) {
        return found.group(1) == null ? "#" : Matcher.quoteReplacement(found.group(1));
    }

    /** A time in several parts ({@code 1min 30s}) is one thing. */
    static String joined(CharSequence masked) {
        return PARTS.matcher(masked).replaceAll("#");
    }
}
