package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * When something was started last.
 *
 * @param of what was started: a container may go on running while the program in it is started again
 * @param at UTC, to the second
 * @param source what tells so: {@code logs-latest}, {@code inspect}, {@code exit-code}, {@code unit} or {@code process}
 */
public record Restart(Of of, String at, String source) {

    static final Shape<Restart> SHAPE = shape();

    /** What can be started. */
    public enum Of {
        CONTAINER,
        CORE;

        /** {@code container}. */
        public String word() {
            return this == CONTAINER ? "container" : "core";
        }
    }

    private static Shape<Restart> shape() {
        var of = required("of", Shape.word(Of.class), Restart::of);
        var at = required("at", Shape.text(), Restart::at);
        var source = required("source", Shape.text(), Restart::source);
        return new RecordShape<>(
                List.of(of, at, source), line -> new Restart(line.get(of), line.get(at), line.get(source)));
    }
}
