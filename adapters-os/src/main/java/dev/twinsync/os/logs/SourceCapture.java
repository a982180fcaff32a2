package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.FileSource;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.domain.logs.Tally;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.LogSource.LogText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Captures one log file after the other. */
record SourceCapture(Reasons reasons, Redaction redaction, Times times) {

    /**
     * What came of one log.
     *
     * @param mark for the next capture; that of the last one where the log cannot be read now: it may be just between two
     *     files
     */
    record Captured(Optional<LogText> text, LogReport report, List<Sighting> sightings, Optional<String> mark) {}

    Captured of(FileSource source, Optional<String> mark) {
        try (var log = OpenLog.of(Path.of(source.path().text()))) {
            return read(source, log, mark);
        } catch (Unread refused) {
            return unread(source, refused.getMessage(), mark);
        } catch (IOException failed) {
            return unread(source, reasons.of(source, failed), mark);
        }
    }

    private static Captured unread(FileSource source, String reason, Optional<String> mark) {
        return new Captured(Optional.empty(), LogReport.unread(source.name(), reason), List.of(), mark);
    }

    private Captured read(FileSource source, OpenLog log, Optional<String> mark) throws IOException {
        var text = new LogText("files/" + source.name() + "_tail.txt", LastLines.of(log, source.tailLines()));
        var syntax = LineSyntax.of(source.parse());
        return syntax.isPresent()
                ? counted(source, text, log, syntax.get(), mark.flatMap(FileMark::parse))
                : new Captured(
                        Optional.of(text),
                        report(source, text, Optional.empty(), LogCounts.NONE, List.of()),
                        List.of(),
                        Optional.empty());
    }

    private Captured counted(FileSource source, LogText text, OpenLog log, LineSyntax syntax, Optional<FileMark> mark)
            throws IOException {
        var tally = new Tally(redaction::text);
        var found = NewMessages.of(log, syntax, times, mark, redaction.fingerprints(), tally::take);
        var report = report(source, text, countedSince(log, found), tally.counts(), gaps(source, found.count()));
        return new Captured(
                Optional.of(text),
                report,
                tally.sightings(),
                Optional.of(found.next().text()));
    }

    private LogReport report(
            FileSource source, LogText text, Optional<String> countedSince, LogCounts counts, List<LogGap> gaps) {
        return new LogReport(
                        source.name(),
                        Optional.empty(),
                        Optional.of(text.path()),
                        countedSince,
                        counts,
                        List.of(),
                        gaps)
                .in(times.zone().getId());
    }

    /** Lines that cannot be read are not a log without errors. */
    private static List<LogGap> gaps(FileSource source, MessageCount count) {
        var foreign = new LogGap(
                Optional.empty(),
                Optional.empty(),
                "none of its lines could be read as "
                        + source.parse().name().toLowerCase(Locale.ROOT)
                        + ", so that nothing is counted; set parse in state/logs_config.yaml to what it is, or to none");
        return count.understoodNothing()
                ? Stream.concat(count.gaps().stream(), Stream.of(foreign)).toList()
                : count.gaps();
    }

    /**
     * Empty where everything was counted of which the counts speak: where it reaches back so far, or nothing was ever
     * rotated away.
     */
    Optional<String> countedSince(OpenLog log, NewMessages found) {
        var oldest = found.count().oldest();
        boolean whole = log.size() <= MessageCount.MOST;
        boolean enough = oldest.filter(at -> !at.isAfter(times.countedFrom())).isPresent();
        return enough || (whole && found.beside().isEmpty())
                ? Optional.empty()
                : oldest.or(() -> emptySince(found.beside())).map(Instant::toString);
    }

    /** An empty log holds everything since the one before it was written to last. */
    private static Optional<Instant> emptySince(List<RotatedLog> beside) {
        return beside.stream()
                .findFirst()
                .map(newest -> newest.written().toInstant().truncatedTo(ChronoUnit.SECONDS));
    }
}
