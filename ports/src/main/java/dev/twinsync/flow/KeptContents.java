package dev.twinsync.flow;

import dev.twinsync.domain.shape.Reading;
import java.io.IOException;

/** As {@link Contents}, and it can put into the repository what a wish refers to. */
public interface KeptContents<D> extends Contents<D> {

    /** Takes what the wish refers to from the machine into the repository. */
    void keep(D wish) throws IOException;

    /** A kind whose wishes say all themselves. */
    static <D> KeptContents<D> none() {
        return new KeptContents<>() {
            @Override
            public Reading<D> complete(D wish) {
                return new Reading.Value<>(wish);
            }

            @Override
            public void keep(D wish) {}
        };
    }
}
