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

import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Forecast;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot work is said in the plan. */
class ForesightTest extends WithHostBench {

    private void works(SupervisorAction... actions) {
        assertEquals(Map.of(), bench.host.forecast(List.of(actions)));
    }

    private void fails(String part, SupervisorAction... actions) {
        var forecasts = bench.host.forecast(List.of(actions));
        var reason = assertInstanceOf(Forecast.Impossible.class, forecasts.get(actions[0].key()), forecasts::toString)
                .reason();
        assertTrue(reason.contains(part), reason);
        assertFalse(reason.contains(FakeHouse.PASSWORD), reason);
    }

    @Test
    void an_addon_is_in_a_store_or_comes_with_a_repository() {
        works(new InstallAddon(SSH));
        fails("no repository of the Supervisor has", new InstallAddon(HELLO));
        works(new InstallAddon(HELLO), new AddRepository(EXAMPLE));
        fails(
                "no repository",
                new InstallAddon(HELLO),
                new AddRepository(new RepositorySource("https://example.org/other")));
        fails("is not for this machine", new InstallAddon(new AddonSlug("core_armonly")));
    }

    @Test
    void an_update_goes_to_what_the_store_has() {
        works(new UpdateAddon(MQTT, version("6.5.2")));
        fails("the store has 6.5.2 of core_mosquitto and not 7.0", new UpdateAddon(MQTT, version("7.0")));
    }

    @Test
    void a_restore_needs_a_backup_of_that_version() {
        fails(
                "no backup called \"twin addon core_mosquitto 6.5.0\"",
                new RestoreAddon(MQTT, version("6.5.0"), Map.of()));
        fails("no backup called \"twin core 2026.7.0\"", new RestoreCore(version("2026.7.0")));
        bench.house().save("twin core 2026.8.1", true, List.of(), List.of());
        bench.house().save("twin addon core_mosquitto 6.5.1", false, List.of("core_mosquitto"), List.of());
        works(new RestoreCore(version("2026.8.1")), new RestoreAddon(MQTT, version("6.5.1"), Map.of()));
    }

    @Test
    void options_are_tried_without_being_set() {
        works(configure(Map.of("port", new Number(BigDecimal.ONE))));
        fails("does not take these options", configure(Map.of("port", new Text("many"))));
        fails("has no option colour", configure(Map.of("colour", new Text("red"))));
        works(
                new ConfigureAddon(SSH, HostBench.options(Map.of("colour", new Text("red"))), false),
                new InstallAddon(SSH));
        assertFalse(bench.fake.calls().contains("POST addons/core_mosquitto/options"));
    }

    @Test
    void a_repository_in_use_is_not_removed() {
        bench.house().addRepository(FakeHouse.EXAMPLE, "Example");
        works(new RemoveRepository(EXAMPLE));
        bench.house().addon(HELLO.text()).orElseThrow().install();
        fails("it is where " + HELLO + " came from", new RemoveRepository(EXAMPLE));
        works(new RemoveRepository(EXAMPLE), new UninstallAddon(HELLO));
        fails("none gives it up", new RemoveRepository(new RepositorySource(FakeHouse.COMMUNITY)));
    }

    @Test
    void the_addon_that_twin_runs_in_stays() {
        fails("twin runs in local_twin itself", new StopAddon(OWN));
        works(new StopAddon(MQTT));
    }

    @Test
    void where_the_supervisor_is_away_nothing_is_foretold_to_work() {
        bench.fake.close();
        fails("does not answer at", new UpdateCore(version("2026.8.3")));
    }

    /** It can do much, and the plan says what it cannot. */
    @Test
    void what_the_command_ha_has_no_words_for_is_said_of_that_alone() throws IOException {
        var commands = new ScriptedCommands()
                .answer(
                        "ha --raw-json --no-progress addons info core_mosquitto",
                        "{\"result\": \"ok\", \"data\": {\"slug\": \"core_mosquitto\", \"options\": {\"port\": 1883},"
                                + " \"schema\": [{\"name\": \"port\", \"type\": \"integer\"}]}}");
        var files = new SecretOnDisk(Self.ofThisProcess().uid(), 1, folder);
        var work = Work.with(new HaCommand(commands), files, bench.ticker);
        List<SupervisorAction> batch = List.of(
                new UpdateCore(version("2026.8.3")),
                configure(Map.of("port", new Number(BigDecimal.ONE))),
                new StopAddon(MQTT));
        var foresight = Foresight.of(work, new OwnAddon(Optional.empty()), batch);
        for (SupervisorAction action : batch.subList(0, 2)) {
            var reason = foresight.objection(action).orElseThrow();
            assertTrue(reason.contains("give twin a token"), reason);
        }
        assertEquals(Optional.empty(), foresight.objection(batch.getLast()));
    }

    @Test
    void nothing_is_changed_by_it() {
        bench.host.forecast(
                List.of(new InstallAddon(SSH), new UpdateAddon(MQTT, version("6.5.2")), new UninstallAddon(MQTT)));
        assertTrue(bench.fake.calls().stream().allMatch(call -> call.startsWith("GET ")), bench.fake.calls()::toString);
    }
}
