package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Something about a log that twin could not get to know: a part of it that was gone before twin could read it, or, without
 * times, what else is not in the report.
 *
 * @param from UTC: the last message that twin saw before it; empty where that is not known
 * @param to UTC: the first message behind it; empty where there is none
 * @param reason {@code vacuumed}, {@code rotated away}, in words for the user
 */
public record LogGap(Optional<String> from, Optional<String> to, String reason) {

    static final Shape<LogGap> SHAPE = shape();

    private static Shape<LogGap> shape() {
        var from = optional("from", Shape.text(), LogGap::from);
        var to = optional("to", Shape.text(), LogGap::to);
        var reason = required("reason", Shape.text(), LogGap::reason);
        return new RecordShape<>(
                List.of(from, to, reason), line -> new LogGap(line.get(from), line.get(to), line.get(reason)));
    }
}
