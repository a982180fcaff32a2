package dev.twinsync.os.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a log as whoever kept it hands it on.
 *
 * @param at when it arrived there, which does not depend on what the line says of itself; empty: not told
 * @param place where it lies there; empty: not told
 * @param text no more of it than anybody would read
 */
record StampedLine(Optional<Instant> at, Optional<String> place, String text) {

    /** How long a line may be on its way from who writes it to who keeps it. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    StampedLine {
        text = Excerpt.of(text);
    }

    StampedLine(Instant at, String text) {
        this(Optional.of(at), Optional.empty(), text);
    }

    StampedLine(JournalCursor place, String text) {
        this(Optional.of(place.at()), Optional.of(place.text()), text);
    }

    static StampedLine undated(String text) {
        return new StampedLine(Optional.empty(), Optional.empty(), text);
    }

    /** With the time that the line says of itself, where that is shortly before it arrived: else its clock is another one. */
    StampedLine asWritten(Times times) {
        return HomeAssistantLine.of(text) instanceof HomeAssistantLine.Head head
                ? new StampedLine(
                        head.written()
                                .flatMap(times::of)
                                .filter(this::isShortlyBefore)
                                .or(() -> at),
                        place,
                        text)
                : this;
    }

    private boolean isShortlyBefore(Instant written) {
        return at.filter(arrived ->
                        !written.isAfter(arrived) && written.plus(ON_ITS_WAY).isAfter(arrived))
                .isPresent();
    }
}
