package dev.twinsync.port;

import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What this machine remembers of the runs of one repository, to be read: the half of a {@link Journal} that looks. */
public interface PastRuns {

    /**
     * What was written since the last run was closed, oldest first; empty where no run is open. A last record that was
     * cut off while it was written is left out.
     *
     * @throws IOException also where a record before the last one is damaged
     */
    List<Tree> open() throws IOException;

    /** What the newest closed run left to be remembered; empty: no run was closed yet. */
    Optional<Tree> memory() throws IOException;
}
