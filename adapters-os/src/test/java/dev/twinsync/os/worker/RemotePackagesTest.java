package dev.twinsync.os.worker;

import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedPackagesTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The simulated machine with a root side before it. */
class RemotePackagesTest extends SimulatedPackagesTest {

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
    protected Backend<LivePackage, PackageAction> backend() {
        return root.backend(kind(), path -> {
            throw new IOException("there is no content at " + path);
        });
    }
}
