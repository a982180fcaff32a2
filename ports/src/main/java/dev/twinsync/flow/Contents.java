package dev.twinsync.flow;

import dev.twinsync.domain.shape.Reading;
import java.io.IOException;

/** What a wish refers to and does not hold itself: the bytes of a file. */
@FunctionalInterface
public interface Contents<D> {

    /** The wish with what it refers to looked up; wrong where that is missing or not what it says it is. */
    Reading<D> complete(D wish) throws IOException;
}
