package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * Which of several ways a log was read.
 *
 * @param source {@code supervisor}, {@code docker}, {@code podman}, {@code journal} or {@code file}
 * @param lines how many of its last lines were looked at
 */
public record LogOrigin(String source, long lines) {

    static final Shape<LogOrigin> SHAPE = shape();

    private static Shape<LogOrigin> shape() {
        var source = required("source", Shape.text(), LogOrigin::source);
        var lines = required("lines", Shape.number(), LogOrigin::lines);
        return new RecordShape<>(List.of(source, lines), line -> new LogOrigin(line.get(source), line.get(lines)));
    }
}
