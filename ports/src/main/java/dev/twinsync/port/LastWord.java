package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import java.io.IOException;
import java.util.Optional;

/** Remembers what was told last, so that the same is not told again. */
public interface LastWord {

    /** Empty: nothing is to be told, or nothing was told yet. */
    Optional<Digest> read() throws IOException;

    void write(Optional<Digest> said) throws IOException;
}
