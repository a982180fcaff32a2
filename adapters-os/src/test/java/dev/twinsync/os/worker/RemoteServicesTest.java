package dev.twinsync.os.worker;

import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedServicesTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine with a root side before it. */
class RemoteServicesTest extends SimulatedServicesTest {

    @RegisterExtension
    final Behind<LiveService, ServiceAction> root = new Behind<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LiveService, ServiceAction> backend() {
        return root.backend();
    }
}
