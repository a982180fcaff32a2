package dev.twinsync.port;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.CronCommand;
import dev.twinsync.domain.cron.CronEnvironment;
import dev.twinsync.domain.cron.CronId;
import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.cron.DesiredCronEntry.Absent;
import dev.twinsync.domain.cron.DesiredCronEntry.Present;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.cron.Schedule;
import dev.twinsync.domain.cron.UserName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class SimulatedCronTest extends BackendContract<DesiredCronEntry, LiveCronEntry, CronAction> {

    private static final CronId BACKUP = new CronId("backup");
    private static final UserName ALICE = new UserName("alice");
    private final Cron cron = new Cron();
    private final Backend<LiveCronEntry, CronAction> backend = new Simulated<>(cron, List.of());

    @Override
    protected Kind<DesiredCronEntry, LiveCronEntry, CronAction> kind() {
        return cron;
    }

    @Override
    protected Backend<LiveCronEntry, CronAction> backend() {
        return backend;
    }

    private static DesiredCronEntry backup(String schedule, boolean enabled, Map<String, String> environment) {
        return new Present(
                BACKUP,
                ALICE,
                new Schedule(schedule),
                new CronCommand("/usr/local/bin/backup"),
                enabled,
                Optional.of(new CronEnvironment(environment)),
                false);
    }

    @Override
    protected List<List<DesiredCronEntry>> journey() {
        return List.of(
                List.of(backup("0 3 * * *", true, Map.of())),
                List.of(backup("0 4 * * *", true, Map.of("MAILTO", ""))),
                List.of(backup("0 4 * * *", false, Map.of("MAILTO", ""))),
                List.of(backup("0 4 * * *", true, Map.of("MAILTO", ""))),
                List.of(new Absent(BACKUP, ALICE)));
    }
}
