package dev.twinsync.os.supervisor;

import static dev.twinsync.os.supervisor.HostBench.EXAMPLE;
import static dev.twinsync.os.supervisor.HostBench.HELLO;
import static dev.twinsync.os.supervisor.HostBench.MQTT;
import static dev.twinsync.os.supervisor.HostBench.OWN;
import static dev.twinsync.os.supervisor.HostBench.SSH;
import static dev.twinsync.os.supervisor.HostBench.configure;
import static dev.twinsync.os.supervisor.HostBench.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Keep;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateOs;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import dev.twinsync.os.supervisor.FakeSwitches.Trouble;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the backend does where the Supervisor does not do what it should. */
class SupervisedHostTest extends WithHostBench {

    private static final Attempt RAN = new Attempt.Ran();

    @AfterEach
    void nothingSecretWasTold() {
        var all = String.join("\n", bench.told);
        assertFalse(all.contains(FakeSupervisor.TOKEN), all);
        assertFalse(all.contains(FakeHouse.PASSWORD), all);
    }

    private FakeSwitches switches() {
        return bench.fake.switches();
    }

    private void ran(SupervisorAction action) {
        assertEquals(RAN, bench.apply(action));
    }

    private String refused(SupervisorAction action) {
        var reason =
                assertInstanceOf(Attempt.Refused.class, bench.apply(action)).reason();
        assertFalse(reason.contains(FakeHouse.PASSWORD), reason);
        assertFalse(reason.contains(FakeSupervisor.TOKEN), reason);
        return reason;
    }

    private void contains(String part, String whole) {
        assertTrue(whole.contains(part), whole);
    }

    private int asked(String call) {
        return (int) bench.fake.calls().stream().filter(call::equals).count();
    }

    private List<String> backups() {
        return bench.house().backups.values().stream()
                .map(FakeHouse.Backup::name)
                .toList();
    }

    // updates of Home Assistant

    @Test
    void an_update_of_home_assistant_has_a_backup_before_it() {
        ran(new UpdateCore(version("2026.8.3")));
        assertEquals("2026.8.3", bench.house().core);
        assertEquals(List.of("twin core 2026.8.1"), backups());
        assertEquals(
                "2026.8.1", bench.house().backups.values().iterator().next().core());
        assertTrue(bench.told.contains("made the backup 1a2b3c4d: twin core 2026.8.1"), bench.told::toString);
    }

    @Test
    void an_update_that_was_taken_back_is_not_believed() {
        switches().failUpdateWithRollback = true;
        var attempt = assertInstanceOf(Attempt.TakenBack.class, bench.apply(new UpdateCore(version("2026.8.3"))));
        contains("2026.8.3 did not come up, and the Supervisor brought back 2026.8.1", attempt.why());
        assertEquals("2026.8.1", bench.house().core);
    }

    @Test
    void a_job_that_failed_and_is_gone_is_not_believed() {
        bench.house().save("twin core 2026.8.1", true, List.of(), List.of());
        bench.house().failsAfterBackups = true;
        contains(
                "the update to 2026.8.3 ended, and Home Assistant is 2026.8.1",
                refused(new UpdateCore(version("2026.8.3"))));
    }

    @Test
    void an_update_goes_on_without_its_connection() {
        switches().next(Trouble.DROP_AFTERWARDS, "POST", "core/update");
        ran(new UpdateCore(version("2026.8.3")));
        assertEquals("2026.8.3", bench.house().core);
        assertEquals(1, asked("POST core/update"), "it is sent once");
    }

    @Test
    void without_a_backup_nothing_is_updated() {
        switches().failJob = "the disk is full";
        contains("the disk is full", refused(new UpdateCore(version("2026.8.3"))));
        assertEquals(0, asked("POST core/update"));
        assertEquals("2026.8.1", bench.house().core);
    }

    @Test
    void a_backup_that_does_not_hold_what_it_should_is_none() {
        bench.mqtt().version = "6.5.1";
        bench.house().backupsForget = true;
        contains("does not hold what it should", refused(new UpdateAddon(MQTT, version("6.5.2"))));
        contains("does not hold what it should", refused(new UninstallAddon(MQTT)));
        assertEquals("6.5.1", bench.mqtt().version);
    }

    @Test
    void a_refused_update_is_told_in_the_words_of_the_supervisor() {
        contains("Updating Home Assistant image failed", refused(new UpdateCore(version("1999.1.1"))));
    }

    @Test
    void a_migration_of_the_database_is_waited_for_by_the_person() {
        switches().migration = true;
        contains("must not be disturbed now", refused(new UpdateCore(version("2026.8.3"))));
    }

    @Test
    void what_is_there_already_is_not_updated() {
        ran(new UpdateCore(version("2026.8.1")));
        assertEquals(List.of(), backups());
    }

    @Test
    void an_older_supervisor_knows_no_background() {
        switches().noBackground = true;
        ran(new UpdateCore(version("2026.8.3")));
        ran(new InstallAddon(SSH));
        assertEquals("2026.8.3", bench.house().core);
    }

    @Test
    void home_assistant_comes_back_from_the_backup_that_twin_made() {
        ran(new UpdateCore(version("2026.8.3")));
        ran(new RestoreCore(version("2026.8.1")));
        assertEquals("2026.8.1", bench.house().core);
        assertEquals(List.of("twin core 2026.8.1", "twin core 2026.8.3"), backups());
    }

    @Test
    void without_such_a_backup_nothing_is_restored() {
        contains("no backup called \"twin core 2026.7.0\"", refused(new RestoreCore(version("2026.7.0"))));
        contains(
                "no backup called \"twin addon core_mosquitto 6.0\"",
                refused(new RestoreAddon(MQTT, version("6.0"), Map.of())));
        assertEquals(List.of(), backups());
    }

    /** Somebody may call a backup of his own so. */
    @Test
    void a_backup_is_judged_by_what_is_in_it() {
        bench.house().save("twin core 2026.7.0", true, List.of(), List.of());
        bench.house().save("twin addon core_mosquitto 6.0", false, List.of("core_mosquitto"), List.of());
        contains("no backup called", refused(new RestoreCore(version("2026.7.0"))));
        contains("no backup called", refused(new RestoreAddon(MQTT, version("6.0"), Map.of())));
    }

    // the Supervisor and the operating system

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"DROP_AFTERWARDS", "HALF", "GARBAGE"})
    void a_supervisor_that_ends_in_the_middle_of_its_answer_is_waited_for(Trouble trouble) {
        bench.house().offerSupervisor();
        switches().next(trouble, "POST", "supervisor/update");
        if (trouble == Trouble.GARBAGE) {
            bench.house().supervisor = "2026.08.1";
        }
        ran(new UpdateSupervisor(version("2026.08.1")));
        assertEquals("2026.08.1", bench.house().supervisor);
    }

    @Test
    void a_supervisor_that_stays_as_it_is_is_not_waited_for_for_ever() {
        bench.house().offerSupervisor();
        switches().next(Trouble.DROP, "POST", "supervisor/update");
        var begun = bench.ticker.now();
        contains("is still 2026.08.0", refused(new UpdateSupervisor(version("2026.08.1"))));
        assertEquals(Duration.ofMinutes(15), bench.ticker.now().minus(begun));
    }

    @Test
    void a_supervisor_that_starts_anew_is_waited_for() {
        switches().notReady = "setup";
        bench.ticker.after(Duration.ofSeconds(30), () -> switches().notReady = "");
        ran(new StopAddon(MQTT));
    }

    @Test
    void an_operating_system_is_there_once_it_waits_for_the_restart() {
        ran(new UpdateOs(version("18.1")));
        assertEquals("18.1", bench.house().osPending);
        ran(new UpdateOs(version("18.1")));
        bench.house().os = "";
        bench.house().osPending = "";
        contains("no Home Assistant OS available", refused(new UpdateOs(version("18.1"))));
    }

    // repositories

    @Test
    void a_repository_that_is_there_is_as_good() {
        ran(new AddRepository(EXAMPLE));
        ran(new AddRepository(EXAMPLE));
        ran(new RemoveRepository(EXAMPLE));
        ran(new RemoveRepository(EXAMPLE));
    }

    @Test
    void a_repository_in_use_stays() {
        ran(new AddRepository(EXAMPLE));
        ran(new InstallAddon(HELLO));
        contains("It's used by installed apps", refused(new RemoveRepository(EXAMPLE)));
    }

    // add-ons

    @Test
    void an_installation_is_followed_to_its_end() {
        switches().step = 10;
        ran(new InstallAddon(SSH));
        assertTrue(bench.house().addon("core_ssh").orElseThrow().isInstalled());
        assertTrue(bench.told.contains("installing core_ssh"));
        ran(new InstallAddon(SSH));
    }

    @Test
    void an_installation_that_fails_is_told_as_one() {
        switches().failJob = "no space left";
        contains("core_ssh is not there after its installation", refused(new InstallAddon(SSH)));
        switches().failJob = "";
        contains("does not exist in the store", refused(new InstallAddon(HELLO)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"DROP", "DROP_AFTERWARDS", "HALF", "GARBAGE"})
    void an_answer_that_is_lost_is_looked_after(Trouble trouble) {
        switches().step = 20;
        switches().next(trouble, "POST", "store/addons/*/install");
        if (trouble == Trouble.DROP || trouble == Trouble.GARBAGE) {
            contains("is not there after its installation", refused(new InstallAddon(SSH)));
        } else {
            ran(new InstallAddon(SSH));
        }
        assertEquals(1, asked("POST store/addons/core_ssh/install"), "it is sent once");
    }

    @Test
    void an_update_of_an_addon_has_a_backup_before_it() {
        ran(new UpdateAddon(MQTT, version("6.5.2")));
        assertEquals(List.of("twin addon core_mosquitto 6.5.1"), backups());
        assertEquals("6.5.2", bench.mqtt().version);
    }

    @Test
    void an_update_of_an_addon_that_changed_nothing_is_not_believed() {
        bench.mqtt().updatesInVain = true;
        contains("core_mosquitto is 6.5.1 and not 6.5.2", refused(new UpdateAddon(MQTT, version("6.5.2"))));
    }

    @Test
    void an_addon_comes_back_with_its_options() {
        ran(new UninstallAddon(MQTT));
        assertFalse(bench.mqtt().isInstalled());
        ran(new RestoreAddon(MQTT, version("6.5.1"), Map.of("password", new Keep())));
        assertEquals("6.5.1", bench.mqtt().version);
        contains(FakeHouse.PASSWORD, bench.mqtt().options.inline());
    }

    @Test
    void what_is_restored_runs_if_it_did_before() {
        ran(new UninstallAddon(MQTT));
        ran(new RestoreAddon(MQTT, version("6.5.1"), Map.of()));
        assertEquals("stopped", bench.mqtt().state);
        ran(new UpdateAddon(MQTT, version("6.5.2")));
        ran(new StartAddon(MQTT));
        ran(new RestoreAddon(MQTT, version("6.5.1"), Map.of()));
        assertEquals("started", bench.mqtt().state);
    }

    @Test
    void a_restore_that_did_not_fetch_the_image_is_not_believed() {
        ran(new UpdateAddon(MQTT, version("6.5.2")));
        switches().restoreKeepsVersion = true;
        contains("core_mosquitto is 6.5.2 and not 6.5.1", refused(new RestoreAddon(MQTT, version("6.5.1"), Map.of())));
        assertTrue(backups().contains("twin addon core_mosquitto 6.5.2"), backups()::toString);
    }

    @Test
    void what_is_gone_is_gone() {
        ran(new UninstallAddon(SSH));
        assertEquals(List.of(), backups());
    }

    @Test
    void a_start_that_fails_brings_the_last_words_of_the_addon() {
        bench.fake
                .logs()
                .add(
                        "addons/core_mosquitto",
                        "2026-08-21 10:00:00.000",
                        "port 1883 taken, password " + FakeHouse.PASSWORD);
        switches().failStart = true;
        bench.mqtt().state = "stopped";
        contains("port 1883 is already in use", refused(new StartAddon(MQTT)));
        assertTrue(bench.told.contains("port 1883 taken, password ‹hidden›"), bench.told::toString);
    }

    @Test
    void a_start_whose_answer_is_lost_is_looked_after() {
        bench.mqtt().state = "stopped";
        switches().next(Trouble.DROP_AFTERWARDS, "POST", "addons/*/start");
        ran(new StartAddon(MQTT));
        switches().next(Trouble.DROP_AFTERWARDS, "POST", "addons/*/stop");
        ran(new StopAddon(MQTT));
        switches().next(Trouble.DROP, "POST", "addons/*/start");
        contains("broke", refused(new StartAddon(MQTT)));
    }

    @Test
    void another_job_is_waited_for() {
        switches().busy = 3;
        ran(new StopAddon(MQTT));
        assertEquals("stopped", bench.mqtt().state);
    }

    // options

    @Test
    void options_are_laid_over_what_is_there() {
        ran(configure(Map.of("port", new Number(new BigDecimal(1999)))));
        assertEquals(
                "{logins: [], password: " + FakeHouse.PASSWORD + ", port: 1999}",
                bench.mqtt().options.inline());
    }

    @Test
    void a_secret_comes_from_a_file_and_others_are_kept() {
        var file = HostBench.secret(folder, "from-a-file").toString();
        ran(configure(Map.of(
                "logins",
                new Several(List.of(new Table(Map.of("username", new Text("a"), "password", new FromFile(file))))))));
        contains("[{password: from-a-file, username: a}]", bench.mqtt().options.inline());
        ran(configure(Map.of(
                "logins",
                new Several(List.of(new Table(Map.of("username", new Text("b"), "password", new Keep())))),
                "password",
                new Keep())));
        contains("[{password: from-a-file, username: b}]", bench.mqtt().options.inline());
    }

    @Test
    void a_file_that_others_may_read_is_none() throws IOException {
        var file = HostBench.secret(folder, "from-a-file");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        contains("chmod 600", refused(configure(Map.of("password", new FromFile(file.toString())))));
        assertEquals(0, asked("POST addons/core_mosquitto/options"));
    }

    @Test
    void options_that_are_not_taken_change_nothing_and_show_no_secret() {
        var before = bench.mqtt().options;
        var file = HostBench.secret(folder, "from-a-file").toString();
        var reason = refused(configure(Map.of("port", new Text("many"), "password", new FromFile(file))));
        contains("core_mosquitto does not take these options", reason);
        contains("expected int for dictionary value @ data['port']", reason);
        assertFalse(reason.contains("from-a-file"), reason);
        assertFalse(refused(configure(Map.of("port", new Text("many")))).contains(FakeHouse.PASSWORD));
        assertEquals(before, bench.mqtt().options);
        assertEquals(0, asked("POST addons/core_mosquitto/options"));
    }

    /** It comes back with quotes and line ends in another writing, cut off in the middle: no mask would find it. */
    @Test
    void what_is_given_is_not_repeated_however_it_is_written() {
        var file = HostBench.secret(folder, "first 'line'\nsecond \"line\" " + "x".repeat(600))
                .toString();
        for (SupervisorAction action : List.of(
                configure(Map.of("port", new Text("many"), "password", new FromFile(file))),
                configure(Map.of("logins", new Text("no list"), "password", new FromFile(file))))) {
            var reason = refused(action);
            assertFalse(reason.contains("first"), reason);
            assertFalse(reason.contains("xxx"), reason);
        }
    }

    /** Where the validator was kinder than what sets them. */
    @Test
    void a_refusal_of_the_options_themselves_shows_no_secret_either() {
        bench.mqtt().validatesInVain = true;
        var file = HostBench.secret(folder, "from-a-file").toString();
        var reason = refused(configure(Map.of("port", new Text("many"), "password", new FromFile(file))));
        contains("has invalid options", reason);
        assertFalse(reason.contains("from-a-file"), reason);
    }

    /** The Supervisor would leave it out without a word. */
    @Test
    void an_option_that_the_addon_does_not_have_is_refused() {
        assertEquals("core_mosquitto has no option colour", refused(configure(Map.of("colour", new Text("red")))));
        bench.mqtt().isOpen = true;
        ran(configure(Map.of("colour", new Text("red"))));
    }

    @Test
    void what_runs_is_started_again_to_notice() {
        ran(new ConfigureAddon(MQTT, HostBench.options(Map.of("port", new Number(BigDecimal.TEN))), true));
        assertEquals(List.of("start core_mosquitto"), bench.house().done);
        bench.mqtt().state = "stopped";
        ran(new ConfigureAddon(MQTT, HostBench.options(Map.of("port", new Number(BigDecimal.ONE))), true));
        assertEquals(1, bench.house().done.size());
    }

    @Test
    void what_is_not_installed_is_not_set_up() {
        assertEquals("core_ssh is not installed", refused(new ConfigureAddon(SSH, HostBench.options(Map.of()), false)));
    }

    // twin itself

    @Test
    void twin_does_not_end_the_addon_that_it_runs_in() {
        for (SupervisorAction action : List.of(
                new StopAddon(OWN),
                new UninstallAddon(OWN),
                new UpdateAddon(OWN, version("0.2.0")),
                new RestoreAddon(OWN, version("0.1.0"), Map.of()),
                new ConfigureAddon(OWN, HostBench.options(Map.of()), true))) {
            contains("twin runs in local_twin itself", refused(action));
        }
        assertEquals(List.of(), bench.house().done);
        assertEquals(List.of(), backups());
        bench.house().self = "";
        ran(new StopAddon(OWN));
    }

    @Test
    void where_twin_runs_is_not_guessed() {
        switches().next(Trouble.UNKNOWN_ERROR, "GET", "addons/self/info");
        contains("unknown error", refused(new StopAddon(OWN)));
        assertEquals(List.of(), bench.house().done);
    }

    // what was cut off

    @Test
    void what_was_begun_before_is_waited_for() throws NoAnswer {
        switches().step = 5;
        bench.fake.api().post("store/addons/core_ssh/install", FakeReply.tree("{\"background\": true}"), Patience.LOOK);
        bench.fake.api().post("core/update", FakeReply.tree("{\"background\": true}"), Patience.LOOK);
        var cutOff = List.<SupervisorAction>of(
                new InstallAddon(SSH), new UpdateCore(version("2026.8.3")), new AddRepository(EXAMPLE));
        assertEquals(RAN, bench.host.mend(cutOff, Progress.SILENT));
        assertTrue(bench.house().addon("core_ssh").orElseThrow().isInstalled());
        assertEquals("2026.8.3", bench.house().core);
    }

    /** The options are as they should be: nobody would notice that they are not in use. */
    @Test
    void an_addon_that_was_set_up_and_not_started_anew_is_started_anew() {
        var cutOff = new ConfigureAddon(MQTT, HostBench.options(Map.of("port", new Number(BigDecimal.TEN))), true);
        assertEquals(RAN, bench.host.mend(List.of(cutOff), Progress.SILENT));
        assertEquals(List.of(), bench.house().done, "it was not set up yet");
        ran(configure(Map.of("port", new Number(BigDecimal.TEN))));
        assertEquals(RAN, bench.host.mend(List.of(cutOff), Progress.SILENT));
        assertEquals(List.of("start core_mosquitto"), bench.house().done);
        bench.mqtt().state = "stopped";
        assertEquals(RAN, bench.host.mend(List.of(cutOff), Progress.SILENT));
        assertEquals(1, bench.house().done.size());
    }

    @Test
    void who_is_to_end_does_not_wait() {
        var begun = bench.ticker.now();
        Thread.currentThread().interrupt();
        contains("interrupted", refused(new UpdateCore(version("2026.8.3"))));
        assertTrue(Thread.interrupted());
        assertEquals(begun, bench.ticker.now());
    }

    @Test
    void an_older_supervisor_may_lose_its_answer_too() {
        switches().noBackground = true;
        switches().next(Trouble.DROP_AFTERWARDS, "POST", "core/update");
        ran(new UpdateCore(version("2026.8.3")));
        assertEquals("2026.8.3", bench.house().core);
    }

    @Test
    void a_supervisor_that_is_gone_is_told_so() {
        bench.fake.close();
        contains("does not answer at", refused(new StopAddon(MQTT)));
        assertInstanceOf(Attempt.Refused.class, bench.host.mend(List.of(new StopAddon(MQTT)), Progress.SILENT));
    }
}
