package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Moment;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.domain.logs.Tally;
import dev.twinsync.os.logs.SourceCapture.Captured;
import dev.twinsync.port.LogSource.LogText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file that Home Assistant itself writes beside its configuration, where it writes one: under a Supervisor it does so only if it is
 * told to.
 *
 * @param folder of the configuration
 * @param started when what writes the file was started last; a file that is older was left by another time
 */
record HomeAssistantFile(Path folder, Optional<Restart> started, Reasons reasons) {

    private static final String NAME = "home-assistant.log";

    /** The start of a process is known to the second only. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** So many lines before those that are kept tell what these belong to. */
    private static final int BEFORE = 100;

    Captured read(Asked asked) throws Unread {
        var path = folder.resolve(NAME);
        try (var log = OpenLog.of(path)) {
            mustBeOfNow(log);
            return captured(asked, log);
        } catch (NoSuchFileException absent) {
            throw new Unread(path + " is not there: Home Assistant writes its log elsewhere");
        } catch (IOException failed) {
            throw new Unread(reasons.of(path, failed));
        }
    }

    private void mustBeOfNow(OpenLog log) throws Unread {
        var written = log.stat().written().toInstant().plus(MARGIN);
        if (started.filter(restart -> written.isBefore(Instant.parse(restart.at())))
                .isPresent()) {
            throw new Unread(log.path() + " was written last before Home Assistant was started: it is an old one");
        }
    }

    private Captured captured(Asked asked, OpenLog log) throws IOException {
        var redaction = asked.redaction();
        var tally = new Tally(redaction::text);
        var elsewhere = asked.mark().flatMap(HomeAssistantMark::elsewhere);
        var mark = asked.mark().flatMap(HomeAssistantMark::ofFile);
        var found = NewMessages.of(
                log,
                new HomeAssistantSyntax(),
                asked.times(),
                mark,
                redaction.fingerprints(),
                (message, moment) -> tally.take(message, known(message, moment, elsewhere)));
        var text = new LogText(asked.text(), tail(asked, log));
        return new Captured(
                Optional.of(text),
                report(asked, found, log, tally.counts()),
                tally.sightings(),
                Optional.of(HomeAssistantMark.of(found.next())));
    }

    /** What was read elsewhere at the last capture is not new here. */
    private static Moment known(LogRecord message, Moment moment, Optional<Instant> elsewhere) {
        boolean known = elsewhere
                .filter(end ->
                        message.at().map(Instant::parse).filter(end::isBefore).isEmpty())
                .isPresent();
        return known ? new Moment(moment.lastHour(), moment.sinceBoot(), false) : moment;
    }

    private static List<String> tail(Asked asked, OpenLog log) throws IOException {
        var lines = LastLines.of(log, asked.tailLines() + BEFORE).stream()
                .map(StampedLine::undated)
                .toList();
        return SpokenLine.all(lines, asked.times()).stream()
                .skip(Math.max(0, lines.size() - asked.tailLines()))
                .map(SpokenLine::written)
                .toList();
    }

    private LogReport report(Asked asked, NewMessages found, OpenLog log, LogCounts counts) {
        var capture = new SourceCapture(reasons, asked.redaction(), asked.times());
        return new LogReport(
                asked.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(asked.text()),
                capture.countedSince(log, found),
                counts,
                List.of(),
                gaps(found.count()),
                Optional.of(new LogOrigin(HomeAssistantMark.FILE, found.count().lines())),
                started.stream().toList());
    }

    private static List<LogGap> gaps(MessageCount count) {
        var foreign = new LogGap(
                Optional.empty(),
                Optional.empty(),
                "none of its lines could be read as Home Assistant writes them, so that nothing is counted");
        return count.understoodNothing()
                ? Stream.concat(count.gaps().stream(), Stream.of(foreign)).toList()
                : count.gaps();
    }
}
