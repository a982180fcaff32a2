package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedFilesTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine with a root side before it, which has kept the content that is wished for. */
class RemoteFilesTest extends SimulatedFilesTest {

    @RegisterExtension
    final Behind<LiveFile, FileAction> root = new Behind<>(kind(), super.backend(), kept());

    private static Kept kept() {
        var kept = new Kept();
        for (String digit : new String[] {"1", "2"}) {
            kept.as(new Digest("sha256:" + digit.repeat(64)), new byte[0]);
        }
        return kept;
    }

    @Override
    protected Backend<LiveFile, FileAction> backend() {
        return root.backend();
    }
}
