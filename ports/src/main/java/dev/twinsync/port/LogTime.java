package dev.twinsync.port;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** When a line of a log says that it was written. */
public final class LogTime {

    private static final String CLOCK = "(\\d{2}):(\\d{2}):(\\d{2})";

    /** {@code 2026-11-22T21:18:42.123456+01:00}; journalctl writes the zone without a colon. */
    private static final Pattern RFC_3339 = Pattern.compile(
            "^(\\d{4})-(\\d{2})-(\\d{2})T" + CLOCK + "(?:\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})(?![\\w:])");

    /** {@code Nov 22 21:00:00}, {@code Nov  2 21:00:00}. */
    private static final Pattern CLASSIC = Pattern.compile("^([A-Z][a-z]{2}) ([ 0-3]\\d) " + CLOCK + "(?![\\w:])");

    /** {@code 2026/11/22 21:18:42}. */
    private static final Pattern NGINX = Pattern.compile("^(\\d{4})/(\\d{2})/(\\d{2}) " + CLOCK + "(?![\\w:])");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** So much may the clock of who wrote it be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Between two 29ths of February there may be so many years. */
    private static final int LONGEST_WITHOUT_LEAP_DAY = 8;

    private LogTime() {}

    /**
     * What stands at the beginning of the line: RFC 3339, {@code Nov 22 21:00:00} as syslog used to write, or the time of
     * nginx. A time without a year lies in the last one in which it is not more than a day ahead.
     *
     * @param now when the line is read
     * @param zone of the machine, for the times that do not name theirs; an hour that it has twice is taken for the first
     * @return to the second; empty: the line begins with none of these, or with a time that does not exist
     */
    public static Optional<Instant> of(String line, Instant now, ZoneId zone) {
        return existing(() -> rfc3339(line).or(() -> classic(line, now, zone)).or(() -> nginx(line, zone)));
    }

    private static Optional<Instant> existing(Supplier<Optional<Instant>> time) {
        try {
            return time.get();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> rfc3339(String line) {
        return matched(RFC_3339, line).map(found -> local(found).toInstant(ZoneOffset.of(found.group(7))));
    }

    /** Year, month, day and clock, which are the first six groups of two of the forms. */
    private static LocalDateTime local(MatchResult found) {
        return LocalDateTime.of(
                number(found, 1),
                number(found, 2),
                number(found, 3),
                number(found, 4),
                number(found, 5),
                number(found, 6));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group).strip());
    }

    private static Optional<Instant> classic(String line, Instant now, ZoneId zone) {
        return matched(CLASSIC, line)
                .filter(found -> MONTHS.contains(found.group(1)))
                .flatMap(found -> latest(day(found), clock(found), now, zone));
    }

    private static LocalTime clock(MatchResult found) {
        return LocalTime.of(number(found, 3), number(found, 4), number(found, 5));
    }

    private static MonthDay day(MatchResult found) {
        return MonthDay.of(MONTHS.indexOf(found.group(1)) + 1, number(found, 2));
    }

    private static Optional<Instant> latest(MonthDay day, LocalTime time, Instant now, ZoneId zone) {
        int newest = OffsetDateTime.ofInstant(now.plus(AHEAD), ZoneOffset.UTC).getYear() + 1;
        return IntStream.rangeClosed(0, LONGEST_WITHOUT_LEAP_DAY + 1)
                .map(back -> newest - back)
                .filter(day::isValidYear)
                .mapToObj(year -> day.atYear(year).atTime(time).atZone(zone).toInstant())
                .filter(at -> !at.isAfter(now.plus(AHEAD)))
                .findFirst();
    }

    private static Optional<Instant> nginx(String line, ZoneId zone) {
        return matched(NGINX, line).map(found -> local(found).atZone(zone).toInstant());
    }

    private static Optional<MatchResult> matched(Pattern form, String line) {
        var matcher = form.matcher(line);
        return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
