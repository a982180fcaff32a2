package dev.twinsync.os.worker;

import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.port.Backend;
import dev.twinsync.port.SimulatedCronTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulated machine with a root side before it. */
class RemoteCronTest extends SimulatedCronTest {

    @RegisterExtension
    final Behind<LiveCronEntry, CronAction> root = new Behind<>(kind(), super.backend(), new Kept());

    @Override
    protected Backend<LiveCronEntry, CronAction> backend() {
        return root.backend();
    }
}
