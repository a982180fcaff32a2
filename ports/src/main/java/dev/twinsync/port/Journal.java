package dev.twinsync.port;

import dev.twinsync.domain.shape.Tree;
import java.io.IOException;

/**
 * What twin is about to do and what came of it, kept on the machine and not in the repository, private to who runs twin:
 * it survives a kill and a power cut. A record is a map, in which numbers and truth values are plain scalars.
 */
public interface Journal extends PastRuns {

    /** Adds a record. Once this returns it is on the disk; where it throws, nothing but a torn last record can be left. */
    void append(Tree record) throws IOException;

    /** Ends the open run and keeps one thing of it in mind, in one step: afterwards nothing is open. */
    void close(Tree memory) throws IOException;
}
