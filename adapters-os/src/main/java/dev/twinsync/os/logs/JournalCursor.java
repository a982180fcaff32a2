package dev.twinsync.os.logs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which message of the journal it is, as systemd writes it: {@code s=…;i=…;b=…;m=…;t=…;x=…}. Systemd calls it opaque, but only
 * its inside tells whether messages were lost; another form of it is never taken for a cursor.
 *
 * @param source {@code s}: who numbered the message. Within a boot, several journal files have one numbering but may have
 *     several sources
 * @param number {@code i}: of the message in its source; each has the next one
 * @param boot {@code b}: 32 hexadecimal digits
 * @param sinceBoot {@code m}: microseconds, by a clock that is never set
 * @param time {@code t}: microseconds since 1970, by a clock that may be set back
 * @param content {@code x}: a checksum
 */
record JournalCursor(String text, String source, long number, String boot, long sinceBoot, long time, String content) {

    private static final Pattern GRAMMAR = Pattern.compile("s=([0-9a-f]{32});i=([0-9a-f]{1,15});b=([0-9a-f]{32})"
            + ";m=([0-9a-f]{1,15});t=([0-9a-f]{1,14});x=([0-9a-f]{1,16})");

    static Optional<JournalCursor> parse(String text) {
        var parts = GRAMMAR.matcher(text);
        return parts.matches() ? Optional.of(parsed(text, parts)) : Optional.empty();
    }

    private static JournalCursor parsed(String text, Matcher parts) {
        return new JournalCursor(
                text,
                parts.group(1),
                number(parts.group(2)),
                parts.group(3),
                number(parts.group(4)),
                number(parts.group(5)),
                parts.group(6));
    }

    private static long number(String digits) {
        return Long.parseLong(digits, 16);
    }

    Instant at() {
        return Instant.EPOCH.plus(time, ChronoUnit.MICROS);
    }

    /** UTC, to the second: {@code 2026-11-22T13:05:00Z}. */
    String second() {
        return at().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Whatever file it has come to lie in: when the journal moves from memory to the disk, its messages are numbered anew. */
    boolean isSameMessageAs(JournalCursor other) {
        return boot.equals(other.boot)
                && sinceBoot == other.sinceBoot
                && time == other.time
                && content.equals(other.content);
    }

    /** Whether nothing can have been written between them. */
    boolean isNextAfter(JournalCursor other) {
        return number == other.number + 1 && isNumberedLike(other);
    }

    /** Whether the difference of their numbers is that of their places. */
    boolean isNumberedLike(JournalCursor other) {
        return source.equals(other.source) || boot.equals(other.boot);
    }

    /** Whether it was written later, also where the clock of the machine was set back in between. */
    boolean isLaterThan(JournalCursor other, Boot current) {
        if (boot.equals(other.boot)) {
            return sinceBoot > other.sinceBoot;
        }
        return !other.isOf(current) && (isOf(current) || time > other.time);
    }

    boolean isOf(Boot which) {
        return boot.equals(which.id());
    }
}
