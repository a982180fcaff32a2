package dev.twinsync.cli;

import dev.twinsync.domain.shape.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A document that twin cannot work without is wrong. */
final class Unreadable extends IOException {

    private static final long serialVersionUID = 1;

    Unreadable(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
    }
}
