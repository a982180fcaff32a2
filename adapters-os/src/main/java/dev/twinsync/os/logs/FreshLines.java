package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.secrets.Fingerprints;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which of the last lines of a log were not there at the last capture.
 *
 * @param from the first of them
 * @param gap what was written in between and is not among the lines
 */
record FreshLines(int from, Optional<LogGap> gap) {

    /** @param mark empty: all are new */
    static FreshLines of(String source, List<StampedLine> lines, Optional<LineMark> mark, Fingerprints fingerprints) {
        if (mark.isEmpty()) {
            return new FreshLines(0, Optional.empty());
        }
        return mark.get()
                .among(source, lines, fingerprints)
                .map(index -> new FreshLines(index + 1, Optional.empty()))
                .orElseGet(() -> byTime(lines, mark.get()));
    }

    /** The line itself is gone, or was read elsewhere. Of a line without a time nobody knows: it counts as new. */
    private static FreshLines byTime(List<StampedLine> lines, LineMark mark) {
        int from = mark.at().isEmpty()
                ? 0
                : IntStream.range(0, lines.size())
                        .filter(index -> mark.isBefore(lines.get(index).at()))
                        .findFirst()
                        .orElse(lines.size());
        return new FreshLines(from, from == 0 ? gap(lines, mark) : Optional.empty());
    }

    private static Optional<LogGap> gap(List<StampedLine> lines, LineMark mark) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new LogGap(
                        second(mark.at()),
                        second(lines.getFirst().at()),
                        "what was written after that is not in the log any more, or is more than twin reads at once"));
    }

    private static Optional<String> second(Optional<Instant> at) {
        return at.map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
