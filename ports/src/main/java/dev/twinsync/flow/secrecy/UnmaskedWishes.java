package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.content.KeptContents;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Of a kind whose things are seen with masks in the place of secrets: one whose secret twin does not know is no wish that it could
 * fulfil.
 *
 * @param isMasked whether there is a mask in the wish
 * @param remedy what to do instead, for the end of a sentence
 */
public record UnmaskedWishes<D>(Predicate<D> isMasked, String remedy) implements KeptContents<D> {

    @Override
    public Reading<D> complete(D wish) {
        return new Reading.Value<>(wish);
    }

    @Override
    public void keep(D wish) throws IOException {
        if (isMasked.test(wish)) {
            throw new IOException("there is a secret in it, which twin does not keep: " + remedy);
        }
    }

    @Override
    public void tryToKeep(D wish) throws IOException {
        keep(wish);
    }
}
