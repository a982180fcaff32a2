package dev.twinsync.flow;

import dev.twinsync.domain.shape.Reading;
import java.io.IOException;

/** What a wish refers to and does not hold itself: the bytes of a file. */
public interface Contents<D> {

    /** The wish with what it refers to looked up; wrong where that is missing or not what it says it is. */
    Reading<D> complete(D wish) throws IOException;

    /** Takes what the wish refers to from the machine into the repository. */
    void keep(D wish) throws IOException;

    /** A kind whose wishes say all themselves. */
    static <D> Contents<D> none() {
        return new Contents<>() {
            @Override
            public Reading<D> complete(D wish) {
                return new Reading.Value<>(wish);
            }

            @Override
            public void keep(D wish) {}
        };
    }
}
