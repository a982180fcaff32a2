package dev.twinsync.os.worker;

import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.TimerAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedTimersTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine as another machine. */
class VisitedTimersTest extends SimulatedTimersTest {

    @RegisterExtension
    final Visited<LiveTimer, TimerAction> box = new Visited<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LiveTimer, TimerAction> backend() {
        return box.backend();
    }
}
