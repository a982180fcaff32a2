package dev.twinsync.os.worker;

import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedCronTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine as another machine. */
class VisitedCronTest extends SimulatedCronTest {

    @RegisterExtension
    final Visited<LiveCronEntry, CronAction> box = new Visited<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LiveCronEntry, CronAction> backend() {
        return box.backend();
    }
}
