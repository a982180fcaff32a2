package dev.twinsync.port;

import java.io.IOException;

/** Where it is noted, outside of a repository, which machine that is of. */
@FunctionalInterface
public interface OwnerNote {

    /** For a machine that was noted when it was visited. */
    OwnerNote NONE = () -> {};

    /** Something of the machine is recorded in the repository, so that it is the machine's own. */
    void recorded() throws IOException;
}
