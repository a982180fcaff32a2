package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedFilesTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine as another machine, which has kept the content that is wished for. */
class VisitedFilesTest extends SimulatedFilesTest {

    @RegisterExtension
    final Visited<LiveFile, FileAction> box = new Visited<>(kind(), super.backend(), kept());

    private static Kept kept() {
        var kept = new Kept();
        for (String digit : new String[] {"1", "2"}) {
            kept.as(new Digest("sha256:" + digit.repeat(64)), new byte[0]);
        }
        return kept;
    }

    @Override
    protected Backend<LiveFile, FileAction> backend() {
        return box.host().files("test");
    }
}
