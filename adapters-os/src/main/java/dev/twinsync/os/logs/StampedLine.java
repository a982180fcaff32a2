package dev.twinsync.os.logs;

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
}
