package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Counts the messages of one log, part by part and of each part no more than its end. A line without a time of its own
 * belongs to the message before, and one that is not finished is left for the next time.
 */
final class MessageCount {

    /** In bytes, of each part. */
    static final long MOST = 384 << 10;

    private static final String TOO_MUCH =
            "more was written since the last capture than twin reads at once (384 KiB); only the"
                    + " end of it was counted";

    private final LineSyntax syntax;
    private final Times times;
    private final BiConsumer<LogRecord, Moment> sink;
    private final List<LogGap> gaps = new ArrayList<>();
    private long lines;
    private Optional<Instant> oldest = Optional.empty();

    /** Of the part that is read. */
    private Optional<String> first = Optional.empty();

    private Optional<String> last;

    /** @param last UTC: the time of the last message that was counted at the last capture, if there was one */
    MessageCount(LineSyntax syntax, Times times, Optional<String> last, BiConsumer<LogRecord, Moment> sink) {
        this.syntax = syntax;
        this.times = times;
        this.last = last;
        this.sink = sink;
    }

    List<LogGap> gaps() {
        return List.copyOf(gaps);
    }

    /** Of what was written, however much of it is a message. */
    long lines() {
        return lines;
    }

    /** Of the first message that was counted. */
    Optional<Instant> oldest() {
        return oldest;
    }

    /** UTC: of the last message that was counted, now or before. */
    Optional<String> last() {
        return last;
    }

    /** Whether there were lines, and no message in them. */
    boolean understoodNothing() {
        return lines > 0 && oldest.isEmpty();
    }

    /** Counts what is new in what was rotated away; it will not be read again. */
    void take(Trail.Rest rest) {
        try {
            long size = rest.log().size();
            long from = Math.max(rest.from(), size - MOST);
            var before = last;
            rest.log().read(before(from), (_, content) -> {
                var passing = lines(content, from, size, 0);
                passing.finish();
                return passing;
            });
            tellOf(from > rest.from(), before);
        } catch (IOException failed) {
            gaps.add(new LogGap(
                    last, Optional.empty(), rest.log().path() + " could not be read: " + failed.getMessage()));
        } catch (Unread refused) {
            gaps.add(new LogGap(last, Optional.empty(), refused.getMessage()));
        }
    }

    /**
     * Counts the log itself.
     *
     * @param freshFrom where what is new begins
     * @param lost whether something is missing before that
     * @return where the first line begins that is left for the next time
     */
    long take(OpenLog log, long freshFrom, boolean lost) throws IOException {
        long from = Math.max(0, log.size() - MOST);
        var before = last;
        var passing = lines(log.from(before(from)), from, log.size(), freshFrom);
        if (lost) {
            gaps.add(new LogGap(
                    before,
                    first,
                    "what was written to " + log.path() + " after that was deleted before"
                            + " twin could read it: it was rotated away or overwritten, and nothing that lies beside it begins like"
                            + " what twin had read"));
        }
        tellOf(from > freshFrom, before);
        return passing.isAmidst() ? endOfEndless(log, from, freshFrom) : passing.begins();
    }

    /** Where a single line is more than what is read at once, its rest is no message. */
    private static long endOfEndless(OpenLog log, long from, long freshFrom) {
        return freshFrom >= from ? freshFrom : log.size();
    }

    private void tellOf(boolean skipped, Optional<String> before) {
        if (skipped) {
            gaps.add(new LogGap(before, first, TOO_MUCH));
        }
    }

    /** The byte before a line tells that it is the beginning of one. */
    private static long before(long from) {
        return Math.max(0, from - 1);
    }

    private PassingLines lines(InputStream content, long from, long size, long freshFrom) throws IOException {
        first = Optional.empty();
        var passing = new PassingLines(before(from), from > 0, (text, at) -> line(text, at >= freshFrom));
        passing.read(content, size - before(from));
        return passing;
    }

    private void line(String text, boolean fresh) {
        if (text.isBlank()) {
            return;
        }
        lines++;
        syntax.at(text, times).ifPresent(at -> syntax.read(text, at).ifPresent(message -> count(message, at, fresh)));
    }

    private void count(LogRecord message, Instant at, boolean fresh) {
        sink.accept(message, times.moment(at, fresh));
        oldest = oldest.or(() -> Optional.of(at));
        first = first.or(message::at);
        last = message.at();
    }
}
