package dev.twinsync.flow.content;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.Optional;

/** What a wish refers to and does not hold itself: the bytes of a file. */
@FunctionalInterface
public interface Contents<D> {

    /** The wish with what it refers to looked up; wrong, without a place, where that is missing or not what it says it is. */
    Reading<D> complete(D wish) throws IOException;

    /** As {@link #complete(Object)}, with what the repository held at another moment. */
    default Reading<D> complete(D wish, RepoContents repo) throws IOException {
        return complete(wish);
    }

    /** Where in the repository that stands which the wish refers to; empty: it refers to nothing. */
    default Optional<String> pathOf(D wish) {
        return Optional.empty();
    }

    /** What the machine has in its place; it refuses what must not be shown. */
    default Optional<Opener> onMachine(D wish) {
        return Optional.empty();
    }
}
