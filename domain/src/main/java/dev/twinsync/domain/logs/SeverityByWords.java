package dev.twinsync.domain.logs;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How grave a message is by what it says, for logs that do not keep the severity with which it was sent, as those of syslog.
 * What it says itself of its level decides ({@code level=info}, {@code <warn>}), else the gravest word:
 *
 * <ul>
 *   <li>{@code CRITICAL}: panic, emerg, emergency, fatal, critical
 *   <li>{@code ERROR}: error, errors, fail, fails, failed, failure, failures, segfault, denied
 *   <li>{@code WARNING}: warn, warning, warnings
 *   <li>{@code INFO}: anything else
 * </ul>
 *
 * In capitals or not, and only as a word of its own: not as a part of a name ({@code error.log}, {@code fail2ban}, {@code
 * on-failure}), not where it is said not to be ({@code no errors}, {@code 0 critical errors}, {@code without any warning},
 * {@code has not failed}), and not as a field that is empty ({@code errors=0}, {@code error: none}, {@code "error":null}).
 */
public final class SeverityByWords {

    private static final String CRITICAL_WORD = "(?:panic|emerg(?:ency)?|fatal|critical)";
    private static final String ERROR_WORD = "(?:errors?|fail(?:s|ed|ures?)?|segfault|denied)";
    private static final String WARNING_WORD = "(?:warn(?:ings?)?)";
    private static final String ANY_WORD = "(?:" + CRITICAL_WORD + "|" + ERROR_WORD + "|" + WARNING_WORD + ")";

    private static final String ALONE = "(?<![\\w./-])";
    private static final String ENDS = "(?![\\w/-]|\\.\\w)";
    private static final String EMPTY_FIELD = "(?!\"?\\s{0,2}[:=]\\s{0,2}(?:(?:0|none|nil|null|false)(?![\\w.])|\"\"))";

    private static final Pattern DENIED =
            Pattern.compile("(?i)" + ALONE + "(?:no|not|0|zero|without(?: any)?)(?: " + ANY_WORD + "){1,3}" + ENDS);

    /** How programs say it themselves: {@code level=info}, and {@code <warn>} at the beginning. */
    private static final Pattern TOLD = Pattern.compile(
            "(?:^|\\s)level=\"?(panic|fatal|critical|emerg|error|warn|notice|info|debug|trace)|^<(error|warn|info|debug|trace)>");

    /** What each of the words begins with: most messages have none of it, and need no closer look, which is slow. */
    private static final List<String> STEMS =
            List.of("panic", "emerg", "fatal", "critical", "error", "fail", "segfault", "denied", "warn");

    private static final Pattern CRITICAL = word(CRITICAL_WORD);
    private static final Pattern ERROR = word(ERROR_WORD);
    private static final Pattern WARNING = word(WARNING_WORD);

    private SeverityByWords() {}

    public static Severity of(String message) {
        var small = message.toLowerCase(Locale.ROOT);
        if (STEMS.stream().noneMatch(small::contains)) {
            return Severity.INFO;
        }
        var told = TOLD.matcher(small);
        if (told.find()) {
            return ofWord(told.group(1) == null ? told.group(2) : told.group(1));
        }
        var said = DENIED.matcher(message).replaceAll(" ");
        if (CRITICAL.matcher(said).find()) {
            return Severity.CRITICAL;
        }
        if (ERROR.matcher(said).find()) {
            return Severity.ERROR;
        }
        return WARNING.matcher(said).find() ? Severity.WARNING : Severity.INFO;
    }

    private static Severity ofWord(String level) {
        return switch (level.charAt(0)) {
            case 'p', 'f', 'c' -> Severity.CRITICAL;
            case 'e' -> level.startsWith("em") ? Severity.CRITICAL : Severity.ERROR;
            case 'w' -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?i)" + ALONE + words + ENDS + EMPTY_FIELD);
    }
}
