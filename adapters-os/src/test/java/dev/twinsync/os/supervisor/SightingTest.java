package dev.twinsync.os.supervisor;

import static dev.twinsync.os.supervisor.HostBench.MQTT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.AddonSettings.Boot;
import dev.twinsync.domain.supervisor.Component;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.LivePart.Status;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.os.supervisor.FakeSwitches.Trouble;
import dev.twinsync.port.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is seen of a Supervisor, and what is not. */
class SightingTest extends WithHostBench {

    private Observation.Seen<LivePart> seen(Scope scope) {
        return switch (bench.host.observe(scope)) {
            case Observation.Seen<LivePart> seen -> seen;
            case Observation.Unavailable<LivePart>(var reason) -> throw new AssertionError(reason);
        };
    }

    private List<String> keys(Scope scope) {
        return seen(scope).live().stream().map(LivePart::key).toList();
    }

    private String unavailable() {
        return assertInstanceOf(Observation.Unavailable.class, bench.host.observe(Scope.everything()))
                .reason();
    }

    private static ReleaseName version(String text) {
        return new ReleaseName(text);
    }

    @Test
    void everything_is_versions_and_addons() {
        assertEquals(List.of("core", "core_mosquitto", "local_twin", "os", "supervisor"), keys(Scope.everything()));
        assertEquals(
                Optional.of(new LivePart.Version(
                        Component.CORE, version("2026.8.1"), Optional.of(version("2026.8.3")), Optional.empty())),
                seen(Scope.everything()).find("core"));
    }

    @Test
    void an_addon_is_seen_with_its_settings_and_its_passwords_as_what_is_never_written() {
        bench.mqtt().options = (Tree.Mapping)
                FakeReply.tree(
                        "{\"port\": 1883, \"password\": \"x\", \"logins\": [{\"username\": \"a\", \"password\": \"y\"}], \"other\": 1.5}");
        var settings = new AddonSettings(
                Optional.of(Boot.AUTO),
                Optional.of(false),
                Optional.of(false),
                Map.of("1883/tcp", Optional.of(1883L), "9001/tcp", Optional.empty()),
                Map.of(
                        "port", new Number(new BigDecimal(1883)),
                        "password", new Hidden(new Text("x")),
                        "logins",
                                new Several(List.of(new Table(
                                        Map.of("username", new Text("a"), "password", new Hidden(new Text("y")))))),
                        "other", new Number(new BigDecimal("1.5"))));
        assertEquals(
                Optional.of(new LivePart.Addon(
                        MQTT,
                        Status.STARTED,
                        Optional.of(version("6.5.1")),
                        Optional.of(version("6.5.2")),
                        false,
                        settings)),
                seen(Scope.everything()).find("core_mosquitto"));
    }

    /** A wish may be written so; what is seen is text that happens to look like one. */
    @Test
    void an_option_is_not_taken_for_a_wish() {
        bench.mqtt().options = (Tree.Mapping)
                FakeReply.tree("{\"port\": {\"secret_file\": \"/etc/shadow\"}, \"debug\": {\"keep\": true}}");
        var addon =
                (LivePart.Addon) seen(Scope.everything()).find("core_mosquitto").orElseThrow();
        assertInstanceOf(Table.class, addon.settings().options().get("port"));
        assertInstanceOf(Table.class, addon.settings().options().get("debug"));
    }

    @Test
    void a_repository_that_every_supervisor_has_is_seen_only_where_it_is_named() throws NoAnswer {
        bench.house().addRepository(FakeHouse.EXAMPLE, "Example");
        assertTrue(keys(Scope.everything()).contains(FakeHouse.EXAMPLE));
        assertFalse(keys(Scope.everything()).contains(FakeHouse.COMMUNITY));
        assertTrue(keys(new Scope.Everything(Set.of(FakeHouse.COMMUNITY))).contains(FakeHouse.COMMUNITY));
        assertEquals(List.of(FakeHouse.EXAMPLE), keys(new Scope.Only(Set.of(FakeHouse.EXAMPLE))));
        assertEquals(
                Optional.of(new LivePart.Repository(new RepositorySource(FakeHouse.EXAMPLE))),
                seen(Scope.everything()).find(FakeHouse.EXAMPLE));
    }

    @Test
    void an_address_with_the_way_in_is_a_gap_without_it() {
        bench.house().addRepository("https://me:geheim@example.org/a", "Private");
        var seen = seen(Scope.everything());
        assertFalse(seen.toString().contains("geheim"), seen::toString);
        assertEquals(1, seen.gaps().size());
        assertTrue(seen.gaps().getFirst().keys().startsWith("repository "));
    }

    @Test
    void what_is_not_asked_for_is_not_looked_at() {
        assertEquals(List.of("core"), keys(new Scope.Only(Set.of("core", "core_ssh"))));
        assertEquals(List.of("GET core/info", "GET addons"), bench.fake.calls());
        assertEquals(List.of(), keys(new Scope.Only(Set.of())));
    }

    @Test
    void supervised_has_no_operating_system() {
        bench.house().os = "";
        assertEquals(List.of("core", "core_mosquitto", "local_twin", "supervisor"), keys(Scope.everything()));
    }

    @Test
    void home_assistant_that_is_not_fetched_yet_is_a_gap() {
        bench.house().core = "landingpage";
        assertEquals(
                List.of(new Gap("core", "Home Assistant has no version yet; try again once it is installed")),
                seen(Scope.everything()).gaps());
        bench.house().core = "";
        assertEquals(1, seen(Scope.everything()).gaps().size());
    }

    @Test
    void one_addon_that_cannot_be_seen_hides_no_other() {
        bench.fake.switches().next(Trouble.UNKNOWN_ERROR, "GET", "addons/core_mosquitto/info");
        var seen = seen(Scope.everything());
        assertEquals("core_mosquitto", seen.gaps().getFirst().keys());
        assertTrue(seen.find("local_twin").isPresent());
    }

    @Test
    void an_addon_with_another_name_is_a_gap() {
        var strange = new FakeAddon("Weird_thing", "Weird", "1", false, Map.of(), "{}");
        strange.install();
        bench.house().put(strange);
        assertEquals("Weird_thing", seen(Scope.everything()).gaps().getFirst().keys());
    }

    @Test
    void a_role_that_is_too_small_is_no_empty_machine() {
        bench.fake.switches().role = "default";
        assertTrue(unavailable().contains("role is too small"));
    }

    @Test
    void where_nobody_answers_nothing_is_seen() {
        bench.fake.close();
        assertTrue(unavailable().contains("does not answer at"));
    }

    @Test
    void a_supervisor_that_does_not_get_ready_is_unavailable() {
        bench.fake.switches().notReady = "setup";
        assertTrue(unavailable().contains("its state is setup"));
    }
}
