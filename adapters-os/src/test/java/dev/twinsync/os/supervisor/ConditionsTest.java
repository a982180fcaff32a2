package dev.twinsync.os.supervisor;

import static dev.twinsync.os.supervisor.HostBench.EXAMPLE;
import static dev.twinsync.os.supervisor.HostBench.HELLO;
import static dev.twinsync.os.supervisor.HostBench.MQTT;
import static dev.twinsync.os.supervisor.HostBench.SSH;
import static dev.twinsync.os.supervisor.HostBench.configure;
import static dev.twinsync.os.supervisor.HostBench.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateOs;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Supervisor wants of the machine before it does something is looked up before anything is planned. */
class ConditionsTest extends WithHostBench {

    private static final UpdateCore CORE = new UpdateCore(version("2026.8.3"));

    private static List<SupervisorAction> actions() {
        return List.of(
                CORE,
                new UpdateOs(version("18.1")),
                new UpdateSupervisor(version("2026.08.1")),
                new RestoreCore(version("2026.7.0")),
                new UpdateAddon(MQTT, version("6.5.2")),
                new RestoreAddon(MQTT, version("6.5.0"), Map.of()),
                new InstallAddon(SSH),
                new UninstallAddon(MQTT),
                configure(Map.of("port", new Number(BigDecimal.ONE))),
                new StopAddon(MQTT),
                new AddRepository(EXAMPLE),
                new RemoveRepository(EXAMPLE));
    }

    private static Stream<Arguments> eachUnderEach() {
        return Stream.of(
                        "unhealthy docker",
                        "diskFree 1.9",
                        "state freeze",
                        "supervisorInternet false",
                        "hostInternet false",
                        "unsupported os_version",
                        "unsupported home_assistant_core_version",
                        "supervisorLatest 2026.08.1",
                        "oldHelpers dns",
                        "oldHelpers dns, autoUpdate false",
                        "diskFree 0.3, backupMount nas")
                .flatMap(trouble -> actions().stream().map(action -> Arguments.of(trouble, action)));
    }

    private void set(String troubles) {
        for (String trouble : troubles.split(", ")) {
            var words = trouble.split(" ");
            if (words[0].equals("supervisorLatest")) {
                bench.house().offerSupervisor();
            } else {
                bench.fake.switches().set(words[0], words[1]);
            }
        }
    }

    private void layTheGround(SupervisorAction action) {
        bench.house().core = "2026.7.0";
        bench.mqtt().version = "6.5.0";
        bench.house().save("twin core 2026.7.0", true, List.of(), List.of());
        bench.house().save("twin addon core_mosquitto 6.5.0", false, List.of(MQTT.text()), List.of());
        bench.house().core = "2026.8.1";
        bench.mqtt().version = "6.5.1";
        switch (action) {
            case RemoveRepository _ -> bench.house().addRepository(FakeHouse.EXAMPLE, "Example");
            case UpdateSupervisor _ -> bench.house().offerSupervisor();
            default -> {}
        }
    }

    private Map<String, Forecast> forecast(SupervisorAction... batch) {
        return bench.host.forecast(List.of(batch));
    }

    private String reason(SupervisorAction... batch) {
        return assertInstanceOf(Forecast.Impossible.class, forecast(batch).get(batch[0].key()))
                .reason();
    }

    @ParameterizedTest
    @MethodSource("eachUnderEach")
    void the_plan_blocks_just_what_the_supervisor_would_refuse(String trouble, SupervisorAction action) {
        layTheGround(action);
        set(trouble);
        boolean foreseen = forecast(action).get(action.key()) instanceof Forecast.Impossible;
        var attempt = bench.apply(action);
        assertEquals(attempt instanceof Attempt.Refused, foreseen, attempt::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diskFree 2.0", "hostInternet null", "unsupported software", "oldHelpers dns"})
    void what_is_enough_blocks_nothing(String state) {
        set(state);
        assertEquals(Map.of(), forecast(CORE, new AddRepository(EXAMPLE)));
        assertEquals(new Attempt.Ran(), bench.apply(CORE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unhealthy docker,setup | the system is not healthy (docker, setup); what to do is in Home Assistant under Settings, System, Repairs",
                "diskFree 1.4 | less than 2 GiB of the device are free; make room",
                "state freeze | its state is freeze and not running; plan again in a few minutes",
                "hostInternet false | the machine has no connection to the internet; mend that and plan again",
                "supervisorLatest 2026.08.1 | it is version 2026.08.0 and wants to be 2026.08.1 first; declare versions: {supervisor: latest} in state/home_assistant.yaml and apply that first",
                "oldHelpers dns,audio, autoUpdate false | its auto_update is off; run ha dns update and ha audio update"
            })
    void cause_and_remedy_are_named(String trouble, String sentence) {
        set(trouble);
        var reason = reason(CORE);
        assertTrue(reason.startsWith("the Supervisor would refuse it: "), reason);
        assertTrue(reason.contains(sentence), reason);
        assertFalse(reason.contains("\n"), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unsupported os_version | Home Assistant OS is too old; declare versions: {os: latest}",
                "unsupported home_assistant_core_version | Home Assistant is too old; declare versions: {core: latest}",
                "supervisorInternet false | the Supervisor has no connection to the internet"
            })
    void what_a_repository_needs_is_named(String trouble, String sentence) {
        set(trouble);
        assertTrue(reason(new AddRepository(EXAMPLE)).contains(sentence));
        var addon = reason(new InstallAddon(HELLO), new AddRepository(EXAMPLE));
        assertTrue(addon.contains("its repository cannot be added: "), addon);
    }

    @Test
    void all_that_is_in_the_way_is_named_at_once() {
        set("unhealthy docker, diskFree 0.5");
        var reason = reason(CORE);
        assertTrue(reason.contains("not healthy (docker)"), reason);
        assertTrue(reason.contains("; and less than 2 GiB"), reason);
    }

    @Test
    void a_supervisor_that_is_updated_in_the_same_plan_is_new_enough() {
        bench.house().offerSupervisor();
        var supervisor = new UpdateSupervisor(version("2026.08.1"));
        assertEquals(Map.of(), forecast(supervisor, CORE, new AddRepository(EXAMPLE), new UpdateOs(version("18.1"))));
        bench.fake.switches().system.startsFor = 5;
        assertEquals(new Attempt.Ran(), bench.apply(supervisor));
        assertEquals(new Attempt.Ran(), bench.apply(CORE), "it runs again before the next action");
    }

    /** So that it helps where the wish is there and left out, and where the plan is a way back, too. */
    @Test
    void the_newer_supervisor_is_to_be_applied_first_by_the_name_that_only_knows() {
        bench.house().offerSupervisor();
        var name = new Supervisor().name() + ":" + new UpdateSupervisor(version("2026.08.1")).key();
        var remedy = " and apply that first (with --only, name " + name + " too), then plan again";
        assertTrue(reason(CORE).endsWith(remedy), reason(CORE));
    }

    @Test
    void a_supervisor_goes_to_its_newest_version_alone() {
        bench.house().offerSupervisor();
        var reason = reason(new UpdateSupervisor(version("2026.09.0")));
        assertTrue(reason.contains("which is 2026.08.1 and not 2026.09.0"), reason);
        assertTrue(reason(CORE, new UpdateSupervisor(version("2026.09.0"))).contains("to be 2026.08.1 first"));
    }

    /** The owner said so, in the options of the Supervisor. */
    @ParameterizedTest
    @CsvSource({
        "healthy, unhealthy docker",
        "free_space, diskFree 0.5",
        "internet_host, hostInternet false",
        "supervisor_updated, supervisorLatest 2026.08.1",
        "running, state freeze"
    })
    void what_the_supervisor_is_to_ignore_blocks_nothing(String condition, String trouble) throws NoAnswer {
        set(trouble);
        bench.fake
                .api()
                .post(
                        "jobs/options",
                        FakeReply.tree("{\"ignore_conditions\": [\"" + condition + "\"]}"),
                        Patience.LOOK);
        assertEquals(Map.of(), forecast(CORE));
        assertEquals(new Attempt.Ran(), bench.apply(CORE));
    }

    @Test
    void what_an_old_supervisor_cannot_tell_blocks_nothing() {
        bench.fake.switches().system.unknown = List.of(
                "jobs/info", "host/info", "network/info", "resolution/info", "supervisor/info", "info", "mounts");
        set("unhealthy docker, diskFree 0.5, hostInternet false, state freeze");
        assertEquals(Map.of(), forecast(CORE, new UninstallAddon(MQTT)));
    }

    @Test
    void a_supervisor_that_does_not_answer_foretells_nothing() {
        bench.fake.switches().next(FakeSwitches.Trouble.GARBAGE, "GET", "host/info");
        assertTrue(reason(CORE).contains("in a form that twin does not know"));
    }

    @Test
    void each_thing_is_asked_once() {
        forecast(CORE, new UpdateAddon(MQTT, version("6.5.2")), new InstallAddon(SSH));
        assertEquals(
                1, bench.fake.calls().stream().filter("GET host/info"::equals).count());
    }
}
