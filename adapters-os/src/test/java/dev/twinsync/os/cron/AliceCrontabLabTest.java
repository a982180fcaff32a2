package dev.twinsync.os.cron;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A user without rights, for herself. */
@Tag("lab")
class AliceCrontabLabTest extends BackendContract<DesiredCronEntry, LiveCronEntry, CronAction> {

    private final UserCrontab backend = CronLab.asAlice();

    @BeforeEach
    void somebodyElsesEntries() {
        CronLab.clear();
        CronLab.install(
                CronLab.ALICE, "# mine\n*/61 * * * * odd\nPATH=/bin\n0 5 * * * x\n".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void none() {
        CronLab.clear();
    }

    @Override
    protected Kind<DesiredCronEntry, LiveCronEntry, CronAction> kind() {
        return new Cron();
    }

    @Override
    protected Backend<LiveCronEntry, CronAction> backend() {
        return backend;
    }

    @Override
    protected List<List<DesiredCronEntry>> journey() {
        return CronLab.journey(CronLab.ALICE);
    }
}
