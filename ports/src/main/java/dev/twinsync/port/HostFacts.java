package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.system.SystemFacts;
import java.util.Optional;

/** The machine that twin runs on. */
public interface HostFacts {

    Answer<SystemFacts> facts();

    /** Which machine this is: a salted digest of its machine id, which cannot be had back from it. */
    Answer<Digest> identity();

    /** What a look gave. */
    sealed interface Answer<T> {

        /** Empty: it is not known. */
        default Optional<T> found() {
            return this instanceof Known<T>(var value) ? Optional.of(value) : Optional.empty();
        }

        record Known<T>(T value) implements Answer<T> {}

        /** @param reason a sentence for the user, with the remedy where twin knows one */
        record Unknown<T>(String reason) implements Answer<T> {}
    }
}
