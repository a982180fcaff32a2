package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Moment;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.domain.logs.Tally;
import dev.twinsync.os.logs.SourceCapture.Captured;
import dev.twinsync.port.LogSource.LogText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the lines of a log of Home Assistant that is no file. */
record LineCapture(Asked asked, LineLog log) {

    /** @param container when the container was started that wrote it, if that is known */
    Captured with(Optional<Restart> container) {
        var spoken = SpokenLine.all(log.lines(), asked.times());
        var fingerprints = asked.redaction().fingerprints();
        var mark = asked.mark().flatMap(HomeAssistantMark::ofLine);
        var fresh = FreshLines.of(log.source(), comparable(mark), mark, fingerprints);
        var tally = tally(spoken, fresh.from());
        var text = new LogText(asked.text(), tail(spoken));
        var report = new LogReport(
                asked.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text.path()),
                countedSince(spoken),
                tally.counts(),
                List.of(),
                fresh.gap().stream().toList(),
                Optional.of(new LogOrigin(log.source(), spoken.size())),
                Stream.concat(container.stream(), core(spoken).stream()).toList());
        var next = LineMark.ofLast(log.source(), log.lines(), fingerprints).map(LineMark::text);
        return new Captured(Optional.of(text), report, tally.sightings(), next.or(asked::mark));
    }

    /** In a file a line has the time of its writing, and arrives here in the next second perhaps. */
    private List<StampedLine> comparable(Optional<LineMark> mark) {
        return mark.filter(LineMark::isOfFile).isPresent()
                ? log.lines().stream()
                        .map(line -> line.asWritten(asked.times()))
                        .toList()
                : log.lines();
    }

    private Tally tally(List<SpokenLine> spoken, int fresh) {
        var tally = new Tally(asked.redaction()::text);
        for (int index = 0; index < spoken.size(); index++) {
            var line = spoken.get(index);
            if (line.isFirst()) {
                tally.take(line.record(), moment(line, index >= fresh));
            }
        }
        return tally;
    }

    /** What has no time is somewhere in the log, and that is not known to be long ago. */
    private Moment moment(SpokenLine line, boolean fresh) {
        return asked.times().moment(line.at().orElse(asked.times().now()), fresh);
    }

    private List<String> tail(List<SpokenLine> spoken) {
        return spoken.stream()
                .skip(Math.max(0, spoken.size() - asked.tailLines()))
                .map(SpokenLine::written)
                .toList();
    }

    /** Empty where everything was counted of which the counts speak. */
    private Optional<String> countedSince(List<SpokenLine> spoken) {
        var first = log.isCut()
                ? spoken.stream().flatMap(line -> line.at().stream()).findFirst()
                : log.begins();
        return first.filter(at -> at.isAfter(asked.times().countedFrom())).map(LineCapture::second);
    }

    private static Optional<Restart> core(List<SpokenLine> spoken) {
        return spoken.stream()
                .filter(SpokenLine::isRestart)
                .flatMap(line -> line.at().stream())
                .reduce((_, later) -> later)
                .map(at -> new Restart(Restart.Of.CORE, second(at), "exit-code"));
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
