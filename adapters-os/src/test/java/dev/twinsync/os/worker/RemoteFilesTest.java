package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedFilesTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The simulated machine with a root side before it, which has kept the content that is wished for. */
class RemoteFilesTest extends SimulatedFilesTest {

    @TempDir
    private Path folder;

    private Nearby root;

    @BeforeEach
    void start() throws IOException {
        var kept = new Kept();
        for (String digit : new String[] {"1", "2"}) {
            kept.as(new Digest("sha256:" + digit.repeat(64)), new byte[0]);
        }
        root = Nearby.hosting(new Hosted<>(kind(), super.backend()), kept, folder);
    }

    @AfterEach
    void end() {
        root.close();
    }

    @Override
    protected Backend<LiveFile, FileAction> backend() {
        return root.backend(kind(), path -> {
            throw new IOException("there is no content at " + path);
        });
    }
}
