package dev.twinsync.cli;

import dev.twinsync.domain.shape.Problem;
import java.io.IOException;
import java.util.List;

/** A document that twin cannot work without is wrong. */
final class Unreadable extends IOException {

    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    Unreadable(List<Problem> problems) {
        super(problems.getFirst().toString());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
