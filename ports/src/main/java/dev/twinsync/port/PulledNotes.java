package dev.twinsync.port;

import dev.twinsync.domain.policy.PulledWishes;
import java.io.IOException;

/** Where the machine keeps what came into its repository by a pull, beside the repository. */
public interface PulledNotes {

    /** Nothing where nothing was ever noted. @throws IOException also where the notes are damaged, with what to do about it */
    PulledWishes read() throws IOException;

    /** On disk once this returns, as a whole. */
    void write(PulledWishes notes) throws IOException;
}
