package dev.twinsync.os.worker;

import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedNetworkTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine with a root side before it. */
class RemoteNetworkTest extends SimulatedNetworkTest {

    @RegisterExtension
    final Behind<LiveProfile, NetworkAction> root = new Behind<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LiveProfile, NetworkAction> backend() {
        return root.backend();
    }
}
