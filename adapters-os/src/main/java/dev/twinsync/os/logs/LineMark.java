package dev.twinsync.os.logs;

import dev.twinsync.domain.secrets.Fingerprints;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last line of a log that was read, where it is not a file of which the place in bytes tells.
 *
 * @param source who handed it on: the same line may have another time elsewhere
 * @param at when it was written; empty: not told
 * @param line its place where it was read, or else a digest that tells whether another line is the same, and not what it says: the mark
 *     is kept in the repository
 */
record LineMark(String source, Optional<Instant> at, String line) {

    private static final String NONE = "-";
    private static final Pattern GRAMMAR =
            Pattern.compile("1 ([a-z]{1,32}) (-|[0-9TZ:.-]{20,30}) ([A-Za-z0-9=;]{1,200})");

    static Optional<LineMark> parse(String text) {
        var found = GRAMMAR.matcher(text);
        return found.matches() ? parsed(found.group(1), found.group(2), found.group(3)) : Optional.empty();
    }

    private static Optional<LineMark> parsed(String source, String at, String line) {
        try {
            var time = at.equals(NONE) ? Optional.<Instant>empty() : Optional.of(Instant.parse(at));
            return Optional.of(new LineMark(source, time, line));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Empty where there is no line: then what was known before is known still. */
    static Optional<LineMark> ofLast(String source, List<StampedLine> lines, Fingerprints fingerprints) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(of(source, lines.getLast(), fingerprints));
    }

    private static LineMark of(String source, StampedLine line, Fingerprints fingerprints) {
        return new LineMark(source, line.at(), line(line, fingerprints));
    }

    private static String line(StampedLine line, Fingerprints fingerprints) {
        return line.place()
                .orElseGet(
                        () -> fingerprints.of(line.at().map(Instant::toString).orElse(NONE) + " " + line.text()));
    }

    String text() {
        return String.join(" ", "1", source, at.map(Instant::toString).orElse(NONE), line);
    }

    /** Which of these is the line; the last one, where several say the same at the same moment. Empty: none. */
    Optional<Integer> among(String from, List<StampedLine> lines, Fingerprints fingerprints) {
        for (int index = lines.size() - 1; index >= 0 && from.equals(source); index--) {
            if (lines.get(index).at().equals(at)
                    && line(lines.get(index), fingerprints).equals(line)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    boolean isOfFile() {
        return source.equals(HomeAssistantMark.FILE);
    }

    /** Whether something was certainly written later. */
    boolean isBefore(Optional<Instant> other) {
        return at.isPresent() && other.isPresent() && other.get().isAfter(at.get());
    }
}
