package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Moment;
import dev.twinsync.domain.logs.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Counts what counts: warnings and worse, and whatever is said about who comes in. Each is looked for on its own, so that a
 * thousand strangers at the door do not crowd out the errors.
 */
final class JournalCensus {

    /** Of messages that are looked at, the newest ones. */
    static final int MOST = 20_000;

    private static final List<String> GRAVE = List.of("--priority=warning");

    /** Syslog's {@code auth} and {@code authpriv}. */
    private static final List<String> AT_THE_DOOR = List.of("SYSLOG_FACILITY=4", "SYSLOG_FACILITY=10");

    private final Journalctl journalctl;
    private final Span span;
    private final Tally tally;
    private Optional<String> countedSince = Optional.empty();
    private long tooLong;

    /**
     * What lies in the span of this capture.
     *
     * @param newest what is newer is left to the next capture; empty: there was nothing yet
     * @param mark what is not newer was seen by an earlier capture; empty: there was none
     */
    record Span(Boot boot, Instant now, Optional<JournalCursor> newest, Optional<JournalCursor> mark) {

        boolean holds(JournalCursor cursor) {
            return newest.filter(end -> cursor.isLaterThan(end, boot)).isEmpty();
        }

        Moment moment(JournalCursor cursor) {
            return new Moment(
                    new LastHour(now).holds(cursor.at()),
                    cursor.isOf(boot),
                    mark.filter(begin -> !cursor.isLaterThan(begin, boot)).isEmpty());
        }

        List<String> reach() {
            return JournalReach.of(boot, now, mark);
        }
    }

    JournalCensus(Journalctl journalctl, Span span, Tally tally) {
        this.journalctl = journalctl;
        this.tally = tally;
        this.span = span;
    }

    void take() throws Unread {
        take(GRAVE, _ -> true);
        take(AT_THE_DOOR, record -> !isGrave(record));
    }

    /** These were taken already. */
    private static boolean isGrave(LogRecord record) {
        return record.severity().isError() || record.severity().isWarning();
    }

    private void take(List<String> which, Predicate<LogRecord> wanted) throws Unread {
        var question = last(span.reach(), which);
        if (question.isEmpty()) {
            return;
        }
        var seen = new Seen();
        journalctl.tell(question.get(), message -> {
            seen.add(message);
            take(message, wanted);
        });
        countedSince = Stream.of(countedSince, seen.reachesBackTo())
                .flatMap(Optional::stream)
                .max(String::compareTo);
    }

    /** The last of them, in their order; empty: there are none. */
    private Optional<List<String>> last(List<String> reach, List<String> which) throws Unread {
        return reach.equals(JournalReach.THIS_BOOT)
                ? Optional.of(join(reach, join(List.of("--lines=" + MOST), which)))
                : journalctl
                        .firstOfLast(MOST, join(reach, which))
                        .map(first -> join(List.of("--cursor=" + first.text()), which));
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private void take(JournalMessage message, Predicate<LogRecord> wanted) {
        switch (message) {
            case JournalMessage.Known(var cursor, var record) -> {
                if (span.holds(cursor) && wanted.test(record)) {
                    tally.take(record, span.moment(cursor));
                }
            }
            case JournalMessage.TooLong() -> tooLong++;
        }
    }

    /** How many messages came, and when the first of them was written. */
    private static final class Seen {
        private long count;
        private Optional<String> first = Optional.empty();

        void add(JournalMessage message) {
            count++;
            first = first.or(() -> message.record().at());
        }

        /** Empty: there were not more than are looked at. */
        Optional<String> reachesBackTo() {
            return count < MOST ? Optional.empty() : first;
        }
    }

    Tally tally() {
        return tally;
    }

    /** UTC; empty: nothing had to be left out. */
    Optional<String> countedSince() {
        return countedSince;
    }

    /** How many messages could not be counted, because they are too long to be read. */
    long tooLong() {
        return tooLong;
    }
}
