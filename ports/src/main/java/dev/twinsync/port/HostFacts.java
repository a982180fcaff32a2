package dev.twinsync.port;

import dev.twinsync.domain.system.HostIdentity;
import dev.twinsync.domain.system.SystemFacts;

/** The machine that twin runs on. */
public interface HostFacts {

    Look<SystemFacts> facts();

    Look<HostIdentity> identity();

    /** What a look gave. */
    sealed interface Look<T> {

        record Known<T>(T value) implements Look<T> {}

        /** @param reason a sentence for the user, with the remedy where twin knows one */
        record Unknown<T>(String reason) implements Look<T> {}
    }
}
