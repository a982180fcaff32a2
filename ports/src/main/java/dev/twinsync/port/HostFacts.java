package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.system.SystemFacts;

/** The machine that twin runs on. */
public interface HostFacts {

    Answer<SystemFacts> facts();

    /** Which machine this is: a salted digest of its machine id, which cannot be had back from it. */
    Answer<Digest> identity();

    /** What a look gave. */
    sealed interface Answer<T> {

        record Known<T>(T value) implements Answer<T> {}

        /** @param reason a sentence for the user, with the remedy where twin knows one */
        record Unknown<T>(String reason) implements Answer<T> {}
    }
}
