package dev.twinsync.os.supervisor;

import static dev.twinsync.os.supervisor.HostBench.MQTT;
import static dev.twinsync.os.supervisor.HostBench.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.os.supervisor.FakeSwitches.Trouble;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A backup for something that the Supervisor does not even begin goes again; one that may be needed stays. */
class FreshBackupTest extends WithHostBench {

    private static final UpdateCore CORE = new UpdateCore(version("2026.8.3"));
    private static final UpdateAddon ADDON = new UpdateAddon(MQTT, version("6.5.2"));
    private static final String GONE =
            "nothing was changed, and the backup 1a2b3c4d that was made for it is deleted again";

    private List<String> backups() {
        return bench.house().backups.values().stream()
                .map(FakeHouse.Backup::name)
                .toList();
    }

    private static String reason(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    private void refused(String part, SupervisorAction action) {
        var reason = reason(bench.apply(action));
        assertTrue(reason.contains(part), reason);
    }

    /** What happens while the backup is made. */
    private Attempt applyWhile(SupervisorAction action, Runnable happens) {
        Consumer<String> listener = what -> {
            if (what.startsWith("made the backup")) {
                happens.run();
            }
        };
        return bench.host.apply(List.of(action), new Progress() {
            @Override
            public void at(int percent, String what) {
                listener.accept(what);
            }

            @Override
            public void said(String stderr) {}
        });
    }

    private void becomeUnhealthy() {
        bench.fake.switches().system.unhealthy = List.of("docker");
    }

    @Test
    void an_update_that_the_supervisor_refuses_leaves_no_backup_however_often_it_is_tried() {
        bench.house().save("twin core 2026.8.1", true, List.of(), List.of());
        becomeUnhealthy();
        for (int again = 0; again < 3; again++) {
            refused("system is not healthy - docker; nothing was changed, and the backup", CORE);
            assertEquals(List.of("twin core 2026.8.1"), backups(), "the one from before stays");
        }
        assertEquals("2026.8.1", bench.house().core);
    }

    @Test
    void the_backup_is_named() {
        becomeUnhealthy();
        refused(GONE, CORE);
    }

    @Test
    void a_disk_that_the_backup_itself_filled_is_free_again() {
        var reason = reason(applyWhile(CORE, () -> bench.fake.switches().system.diskFree = "1.9"));
        assertTrue(reason.contains("not enough free space (1.9GB)"), reason);
        assertEquals(List.of(), backups());
    }

    @Test
    void so_it_is_with_an_addon() {
        becomeUnhealthy();
        refused(GONE, ADDON);
        assertEquals(List.of(), backups());
    }

    @Test
    void so_it_is_with_an_older_supervisor_that_knows_no_background() {
        bench.fake.switches().noBackground = true;
        becomeUnhealthy();
        refused(GONE, CORE);
    }

    @Test
    void so_it_is_with_what_is_brought_back() {
        bench.house().save("twin core 2026.8.1", true, List.of(), List.of());
        bench.house().save("twin addon core_mosquitto 6.5.1", false, List.of(MQTT.text()), List.of());
        bench.house().core = "2026.8.3";
        bench.mqtt().version = "6.5.2";
        becomeUnhealthy();
        refused("is deleted again", new RestoreCore(version("2026.8.1")));
        refused("is deleted again", new RestoreAddon(MQTT, version("6.5.1"), Map.of()));
        assertEquals(List.of("twin core 2026.8.1", "twin addon core_mosquitto 6.5.1"), backups());
    }

    @Test
    void so_it_is_while_something_else_is_at_work() {
        var reason = reason(applyWhile(new UninstallAddon(MQTT), () -> bench.fake.switches().busy = 100));
        assertTrue(reason.contains("Another job is running for job group app_core_mosquitto"), reason);
        assertTrue(reason.contains(GONE), reason);
        assertEquals(List.of(), backups());
    }

    @Test
    void so_it_is_while_the_database_is_rebuilt() {
        bench.fake.switches().migration = true;
        refused(GONE, CORE);
    }

    @Test
    void so_it_is_with_one_that_does_not_hold_what_it_should() {
        bench.house().backupsForget = true;
        refused("does not hold what it should; " + GONE, ADDON);
        assertEquals(List.of(), backups());
    }

    @Test
    void a_backup_that_cannot_be_deleted_is_told_of() {
        becomeUnhealthy();
        bench.fake.switches().next(Trouble.UNKNOWN_ERROR, "DELETE", "backups/*");
        refused("the backup 1a2b3c4d that was made for it could not be deleted", CORE);
        assertEquals(List.of("twin core 2026.8.1"), backups());
    }

    /** It holds what is nowhere else any more. */
    @Test
    void what_somebody_changed_in_between_keeps_it() {
        becomeUnhealthy();
        var reason = reason(applyWhile(ADDON, () -> bench.mqtt().watchdog = true));
        assertTrue(reason.contains("not healthy"), reason);
        assertEquals(List.of("twin addon core_mosquitto 6.5.1"), backups());
    }

    @Test
    void an_update_that_began_keeps_it() {
        bench.fake.switches().failUpdateWithRollback = true;
        assertInstanceOf(Attempt.TakenBack.class, bench.apply(CORE));
        bench.mqtt().updatesInVain = true;
        refused("the update ended, and core_mosquitto is 6.5.1", ADDON);
        assertEquals(List.of("twin core 2026.8.1", "twin addon core_mosquitto 6.5.1"), backups());
    }

    @Test
    void a_fault_that_nobody_foresaw_keeps_it() {
        bench.fake.switches().next(Trouble.UNKNOWN_ERROR, "POST", "store/addons/*/update");
        refused("An unknown error occurred", ADDON);
        assertEquals(List.of("twin addon core_mosquitto 6.5.1"), backups());
    }

    /** The configuration of the old one is there by then. */
    @Test
    void a_restore_that_was_refused_in_the_middle_keeps_it() {
        bench.house().save("twin core 2026.8.1", true, List.of(), List.of());
        bench.house().core = "2026.8.3";
        bench.house().offerSupervisor();
        refused("'HomeAssistantCore.update' blocked from execution", new RestoreCore(version("2026.8.1")));
        bench.fake.switches().noBackground = true;
        refused("'HomeAssistantCore.update' blocked from execution", new RestoreCore(version("2026.8.1")));
        assertEquals(List.of("twin core 2026.8.1", "twin core 2026.8.3", "twin core 2026.8.3"), backups());
    }
}
