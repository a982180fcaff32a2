package dev.twinsync.os.worker;

import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedNetworkTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The simulated machine with a root side before it. */
class RemoteNetworkTest extends SimulatedNetworkTest {

    @TempDir
    private Path folder;

    private Nearby root;

    @BeforeEach
    void start() throws IOException {
        root = Nearby.hosting(new Hosted<>(kind(), super.backend()), new Kept(), folder);
    }

    @AfterEach
    void end() {
        root.close();
    }

    @Override
    protected Backend<LiveProfile, NetworkAction> backend() {
        return root.backend(kind(), path -> {
            throw new IOException("there is no content at " + path);
        });
    }
}
