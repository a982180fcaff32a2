package dev.twinsync.domain.logs;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * How often an error was seen since the last capture.
 *
 * @param signature the message without what differs from one time to the next
 * @param firstAt UTC; empty where the lines have no times
 */
public record Sighting(
        String signature,
        Severity severity,
        String unit,
        Optional<String> firstAt,
        Optional<String> lastAt,
        long count) {

    ErrorName name() {
        return new ErrorName(unit, signature);
    }

    /** Both together, as the graver of the two. @param other of the same signature and unit */
    Sighting and(Sighting other) {
        return new Sighting(
                signature,
                severity.graver(other.severity),
                unit,
                either(firstAt, other.firstAt, BinaryOperator.minBy(String::compareTo)),
                either(lastAt, other.lastAt, BinaryOperator.maxBy(String::compareTo)),
                count + other.count);
    }

    private static Optional<String> either(
            Optional<String> one, Optional<String> other, BinaryOperator<String> choice) {
        return Stream.of(one, other).flatMap(Optional::stream).reduce(choice);
    }
}
