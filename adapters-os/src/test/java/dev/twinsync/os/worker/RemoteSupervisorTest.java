package dev.twinsync.os.worker;

import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedSupervisorTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated Supervisor on another host, or behind a plugin. */
class RemoteSupervisorTest extends SimulatedSupervisorTest {

    @RegisterExtension
    final Behind<LivePart, SupervisorAction> root = new Behind<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LivePart, SupervisorAction> backend() {
        return root.backend();
    }
}
