package dev.twinsync.flow.content;

import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** As {@link Contents}, and it can put into the repository what a wish refers to. */
public interface KeptContents<D> extends Contents<D> {

    /** Takes what the wish refers to from the machine into the repository. */
    void keep(D wish) throws IOException;

    /** What {@link #keep} would say, and nothing is taken. */
    default void tryToKeep(D wish) throws IOException {
        var source = onMachine(wish);
        if (source.isPresent()) {
            try (var content = new PortableContent(source.get().open())) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** As {@link #keep}; why it could not or must not be taken, in a sentence; empty where it was. */
    default Optional<String> refusalToKeep(D wish) {
        try {
            keep(wish);
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(refused.getMessage());
        }
    }

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
