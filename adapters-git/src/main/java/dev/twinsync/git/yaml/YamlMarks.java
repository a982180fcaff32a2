package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the parser is in a document, as a user counts.
 *
 * @param source the document as the user knows it
 */
record YamlMarks(String source) {

    Place beginning() {
        return new Place(source, 1, 1);
    }

    Place place(Event event) {
        return place(event.getStartMark());
    }

    Place place(Optional<Mark> mark) {
        return mark.map(found -> new Place(source, found.getLine() + 1, found.getColumn() + 1))
                .orElse(beginning());
    }

    Refusal refusal(Event event, String message) {
        return new Refusal(new Problem(place(event), message));
    }

    /** Ends a walk over the events; the reader that began it turns it into its answer. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
