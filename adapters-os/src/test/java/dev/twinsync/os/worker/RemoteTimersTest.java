package dev.twinsync.os.worker;

import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.TimerAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedTimersTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine with a root side before it. */
class RemoteTimersTest extends SimulatedTimersTest {

    @RegisterExtension
    final Behind<LiveTimer, TimerAction> root = new Behind<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LiveTimer, TimerAction> backend() {
        return root.backend();
    }
}
