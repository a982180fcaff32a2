package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Reload;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.CoreService;
import dev.twinsync.domain.homeassistant.DesiredConfigFile;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.os.Answer;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.os.supervisor.CoreApi;
import dev.twinsync.os.supervisor.FakeSupervisor;
import dev.twinsync.os.supervisor.FakeSwitches.Trouble;
import dev.twinsync.os.supervisor.SupervisorApi;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.SimulatedTicker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Home Assistant OS and Supervised: the Supervisor checks the real files, is asked to reload, and restarts. */
class SupervisedTest {

    private static final String FINE = "- id: a\n  x: [1]\n";
    private static final String BROKEN = "- id: a\n  x: [1\n";
    private static final CoreService RELOAD = new CoreService("automation.reload");

    @TempDir
    private Path folder;

    private final SimulatedTicker ticker = new SimulatedTicker();
    private House house;
    private FakeSupervisor fake;

    @BeforeEach
    void furnish() throws IOException {
        house = new House(folder);
        house.put("configuration.yaml", "default_config:\n");
        house.put("automations.yaml", "[]\n");
        fake = new FakeSupervisor(0, FakeSupervisor.TOKEN, Optional.of(house.config));
    }

    @AfterEach
    void end() {
        fake.close();
    }

    private Reach reach(Answer<SupervisorApi> supervisor, Answer<CoreApi> direct) {
        return new Reach(folder, Self.ofThisProcess(), new ScriptedCommands(), () -> supervisor, () -> direct, ticker);
    }

    private Reach reach(Answer<SupervisorApi> supervisor) {
        return reach(supervisor, new Answer.None<>("no token"));
    }

    private HomeAssistantFolder files(Answer<SupervisorApi> supervisor) {
        return new HomeAssistantFolder(
                reach(supervisor),
                () -> new Answer.Given<>(new Installation.Supervised(house.config, Optional.empty(), Optional.empty())),
                path -> new ByteArrayInputStream(house.wishes.get(path.text()).getBytes(StandardCharsets.UTF_8)),
                new KeptContent(folder.resolve("backup")),
                house.repository,
                house.state());
    }

    private Attempt apply(ConfigFileAction action) {
        return files(new Answer.Given<>(fake.api())).apply(List.of(action), Progress.SILENT);
    }

    private String reason(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    @Test
    void the_supervisor_checks_before_and_after() throws IOException {
        assertEquals(new Attempt.Ran(), apply(house.sync("automations.yaml", FINE)));
        assertEquals(List.of("POST core/check", "POST core/check"), fake.calls());
        assertEquals(FINE, house.content().get("automations.yaml"));
    }

    @Test
    void what_it_finds_broken_goes_back_with_its_words() throws IOException {
        var taken = assertInstanceOf(Attempt.TakenBack.class, apply(house.sync("automations.yaml", BROKEN)));
        assertTrue(taken.why().contains("while parsing a flow sequence"), taken::why);
        assertTrue(taken.why().endsWith("sound again"), taken::why);
        assertEquals("[]\n", house.content().get("automations.yaml"));
    }

    @Test
    void a_connection_that_breaks_during_the_check_is_no_sound_configuration() throws IOException {
        fake.switches().next(Trouble.DROP, "POST", "core/none");
        assertEquals(new Attempt.Ran(), apply(house.sync("automations.yaml", FINE)));
        fake.switches().next(Trouble.DROP_AFTERWARDS, "POST", "core/check");
        assertTrue(reason(apply(house.sync("automations.yaml", "x:\n"))).contains("could not be checked"));
        assertEquals(FINE, house.content().get("automations.yaml"));
    }

    @Test
    void without_a_way_to_it_nothing_is_written_and_that_is_foretold() throws IOException {
        var files = files(new Answer.None<>("no way"));
        var action = house.sync("automations.yaml", FINE);
        assertTrue(files.forecast(List.of(action)).toString().contains("no way"));
        assertTrue(reason(files.apply(List.of(action), Progress.SILENT)).contains("no way"));
        assertEquals("[]\n", house.content().get("automations.yaml"));
    }

    @Test
    void one_domain_reads_its_files_again() {
        assertEquals(new Attempt.Ran(), apply(new Reload(RELOAD)));
        assertEquals(List.of("automation.reload"), fake.house().done);
    }

    @Test
    void what_home_assistant_does_not_offer_is_not_asked_for() {
        var reason = reason(apply(new Reload(new CoreService("python_script.reload"))));
        assertTrue(reason.contains("offers no python_script.reload"), reason);
        assertEquals(List.of(), fake.house().done);
    }

    @Test
    void a_home_assistant_that_is_down_is_told() {
        fake.switches().coreDown = true;
        assertTrue(reason(apply(new Reload(RELOAD))).contains("cannot reach Home Assistant"));
    }

    @Test
    void a_restart_looks_at_the_configuration_before_and_at_home_assistant_after() {
        assertEquals(new Attempt.Ran(), apply(new Restart()));
        assertTrue(fake.calls().indexOf("POST core/check") < fake.calls().indexOf("POST core/restart"));
        assertEquals("GET core/api/config", fake.calls().getLast());
    }

    @Test
    void a_broken_configuration_is_not_restarted_into() throws IOException {
        house.put("automations.yaml", BROKEN);
        assertTrue(reason(apply(new Restart())).contains("was not restarted, as its configuration is not sound"));
        assertTrue(!fake.calls().contains("POST core/restart"));
    }

    @Test
    void a_migration_of_the_database_is_not_disturbed() {
        fake.switches().migration = true;
        assertTrue(reason(apply(new Restart())).contains("must not be disturbed"));
    }

    // a token of an app without homeassistant_api

    private List<String> readAgain(Reach reach) {
        var path = new ConfigPath("automations.yaml");
        return new HomeAssistantConfig(new MayReload(reach))
                .notifies(new DesiredConfigFile.Present(path, path.twinPath(), true, Optional.empty()));
    }

    /** And nobody waits for an answer of Home Assistant that never comes. */
    @Test
    void a_token_that_may_not_speak_to_home_assistant_has_it_restarted() throws IOException {
        fake.switches().noCoreApi = true;
        var begun = ticker.now();
        assertEquals(List.of("homeassistant.restart"), readAgain(reach(new Answer.Given<>(fake.api()))));
        assertEquals(new Attempt.Ran(), apply(house.sync("automations.yaml", FINE)));
        assertEquals(new Attempt.Ran(), apply(new Restart()));
        assertTrue(fake.calls().contains("POST core/restart"));
        assertEquals(begun, ticker.now());
    }

    @Test
    void a_reload_that_was_planned_with_another_token_says_what_the_app_needs() {
        fake.switches().noCoreApi = true;
        var reason = reason(apply(new Reload(RELOAD)));
        assertTrue(reason.startsWith("Home Assistant was not asked for automation.reload: "), reason);
        assertTrue(reason.contains("homeassistant_api: true"), reason);
    }

    /** It is not asked under a Supervisor, so no plan may rely on it. */
    @Test
    void a_token_of_home_assistant_does_not_stand_in_for_that_of_the_supervisor() {
        fake.switches().noCoreApi = true;
        var reach = reach(new Answer.Given<>(fake.api()), new Answer.Given<>(CoreApi.behind(fake.api())));
        assertEquals(List.of("homeassistant.restart"), readAgain(reach));
    }

    @Test
    void a_home_assistant_that_is_down_can_be_asked_later() {
        fake.switches().coreDown = true;
        var api = new Answer.Given<>(fake.api());
        assertEquals(List.of("automation.reload"), readAgain(reach(api)));
        fake.switches().noCoreApi = true;
        assertEquals(List.of("homeassistant.restart"), readAgain(reach(api)));
    }

    @Test
    void a_plan_is_of_one_mind_and_asks_only_once() {
        fake.switches().coreDown = true;
        var may = new MayReload(reach(new Answer.Given<>(fake.api())));
        assertEquals(List.of(), fake.calls());
        assertTrue(may.getAsBoolean());
        fake.switches().noCoreApi = true;
        assertTrue(may.getAsBoolean());
        assertEquals(List.of("GET core/api/config"), fake.calls());
    }
}
