package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.JournalWish;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogLine;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Tally;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.port.LogSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The journal of systemd, all of it or nothing: half a journal would look like a machine without errors. */
public final class JournalLogs implements LogSource {

    /** What its only mark is called. */
    public static final String MARK = "systemd_journal";

    static final String TAIL = "systemd/journal_tail.txt";
    static final String ERRORS = "systemd/errors_last_boot.txt";

    private static final String LOG = "journal";

    private final CommandRunner commands;
    private final Journalctl journalctl;
    private final JournalAccess access;
    private final Redaction redaction;
    private final Path root;

    /** @param redaction for what is cut out of a message */
    public JournalLogs(CommandRunner commands, Self self, Redaction redaction) {
        this(commands, self, redaction, Path.of("/"));
    }

    /** @param root the folder that stands for {@code /} */
    JournalLogs(CommandRunner commands, Self self, Redaction redaction, Path root) {
        this.commands = commands;
        this.journalctl = new Journalctl(commands);
        this.access = new JournalAccess(root, self);
        this.redaction = redaction;
        this.root = root;
    }

    @Override
    public String name() {
        return "logs.systemd_journal";
    }

    @Override
    public Capture capture(LogsConfig wanted, Since since) {
        if (!wanted.journal().enabled()) {
            return new Capture(List.of(), List.of(), List.of(), Map.of());
        }
        var mark = Optional.ofNullable(since.marks().get(MARK)).flatMap(JournalCursor::parse);
        try {
            return captured(wanted.journal(), since.now(), mark);
        } catch (Unread unread) {
            return new Capture(List.of(), List.of(LogReport.unread(LOG, unread.getMessage())), List.of(), marks(mark));
        }
    }

    private Capture captured(JournalWish wish, Instant now, Optional<JournalCursor> mark) throws Unread {
        access.check();
        var boot = Boot.current(root);
        var end = journalctl.end();
        var newest = end.message();
        var gap = gap(mark, newest, boot);
        var census = new JournalCensus(
                journalctl, new JournalCensus.Span(boot, now, newest, mark), new Tally(redaction::text));
        census.take();
        return new Capture(
                List.of(tail(wish, now), errors(wish)),
                List.of(report(census, gap, FailedUnits.ask(commands), end.passedOver())),
                census.tally().sightings(),
                marks(later(mark, newest, boot)));
    }

    private Optional<LogGap> gap(Optional<JournalCursor> mark, Optional<JournalCursor> newest, Boot boot)
            throws Unread {
        return mark.isEmpty()
                ? Optional.empty()
                : new JournalGap(mark.get(), journalctl.at(mark.get()), newest, boot).lost();
    }

    private static LogReport report(
            JournalCensus census, Optional<LogGap> gap, FailedUnits failed, List<String> passedOver) {
        var unknown = Stream.of(
                        tooLong(census).stream(),
                        failed.unknown().stream(),
                        passedOver.stream().map(JournalLogs::unread))
                .flatMap(reasons -> reasons)
                .map(reason -> new LogGap(Optional.empty(), Optional.empty(), reason));
        return new LogReport(
                LOG,
                Optional.empty(),
                Optional.of(TAIL),
                census.countedSince(),
                census.tally().counts(),
                failed.names(),
                Stream.concat(gap.stream(), unknown).toList());
    }

    /** A journal that nobody could read is not one without errors. */
    private static String unread(String said) {
        return "not all of the journal could be read: " + said + " To see what is damaged, run: journalctl --verify";
    }

    private static Optional<String> tooLong(JournalCensus census) {
        return census.tooLong() == 0
                ? Optional.empty()
                : Optional.of(census.tooLong() + " messages are not counted, because they are too long to be read");
    }

    private LogText tail(JournalWish wish, Instant now) throws Unread {
        var units = wish.units().stream().map(unit -> "--unit=" + unit.text());
        var since = JournalReach.since(now.minusSeconds(wish.since().seconds())).stream();
        return text(TAIL, wish, Stream.concat(since, units));
    }

    private LogText errors(JournalWish wish) throws Unread {
        return text(ERRORS, wish, Stream.of("--boot", "--priority=err"));
    }

    private LogText text(String path, JournalWish wish, Stream<String> which) throws Unread {
        var lines = journalctl.lastInFull(wish.tailLines(), which.toList()).stream()
                .flatMap(message -> LogLine.of(message.record()).stream())
                .map(LogLine::written)
                .toList();
        return new LogText(path, lines);
    }

    private static Optional<JournalCursor> later(
            Optional<JournalCursor> mark, Optional<JournalCursor> newest, Boot boot) {
        return newest.filter(cursor -> mark.isEmpty() || cursor.isLaterThan(mark.get(), boot))
                .or(() -> mark);
    }

    private static Map<String, String> marks(Optional<JournalCursor> mark) {
        return mark.map(cursor -> Map.of(MARK, cursor.text())).orElseGet(Map::of);
    }
}
