package dev.twinsync.cli.terminal;

import dev.twinsync.domain.shape.Problem;
import java.io.IOException;
import java.util.List;

/** A document that twin cannot work without is wrong. */
public final class Unreadable extends IOException {

    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public Unreadable(List<Problem> problems) {
        super(problems.getFirst().toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
