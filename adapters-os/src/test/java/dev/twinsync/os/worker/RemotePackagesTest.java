package dev.twinsync.os.worker;

import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedPackagesTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine with a root side before it. */
class RemotePackagesTest extends SimulatedPackagesTest {

    @RegisterExtension
    final Behind<LivePackage, PackageAction> root = new Behind<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LivePackage, PackageAction> backend() {
        return root.backend();
    }
}
