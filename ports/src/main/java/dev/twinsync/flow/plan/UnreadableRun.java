package dev.twinsync.flow.plan;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.PastRuns;
import java.io.IOException;
import java.util.List;

/** What came of the last run is not known: its journal cannot be read. Until a person has looked at it, nothing is applied. */
public final class UnreadableRun extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableRun(String message) {
        super(message);
    }

    private UnreadableRun(IOException broken) {
        super(broken.getMessage(), broken);
    }

    static List<Tree> records(PastRuns runs) throws UnreadableRun {
        try {
            return runs.open();
        } catch (IOException broken) {
            throw new UnreadableRun(broken);
        }
    }
}
