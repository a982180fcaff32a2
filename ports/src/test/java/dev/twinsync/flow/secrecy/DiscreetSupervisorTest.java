package dev.twinsync.flow.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Simulated;
import dev.twinsync.port.SimulatedRepo;
import dev.twinsync.port.SupervisorHost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An add-on with secrets: one that the add-on calls so, one by its name, one by reference. */
class DiscreetSupervisorTest {

    private static final Supervisor SUPERVISOR = new Supervisor();
    private static final AddonSlug MOSQUITTO = new AddonSlug("core_mosquitto");

    private static class Open extends Simulated<DesiredPart, LivePart, SupervisorAction> implements SupervisorHost {
        Open(LivePart... live) {
            super(SUPERVISOR, List.of(live));
        }
    }

    private static LivePart.Addon mosquitto(Map<String, OptionValue> options) {
        return new LivePart.Addon(
                MOSQUITTO,
                LivePart.Status.STARTED,
                Optional.empty(),
                Optional.empty(),
                false,
                AddonSettings.NONE.withOptions(options));
    }

    private static DiscreetSupervisor discreet(Map<String, OptionValue> wished, LivePart... seen) throws IOException {
        var repo = new SimulatedRepo();
        repo.create(Map.of());
        repo.write(
                Layout.desired(SUPERVISOR),
                List.of(new DesiredPart.Addon(
                        MOSQUITTO, Optional.empty(), Optional.empty(), AddonSettings.NONE.withOptions(wished))));
        return new DiscreetSupervisor(new Open(seen), SimulatedTwin.REDACTION, repo, SUPERVISOR);
    }

    @Test
    void no_secret_of_an_addon_is_seen() throws IOException {
        var seen = mosquitto(Map.of(
                "word", new Hidden(new Text("one-Hunter2x9Q")),
                "password", new Text("two-Hunter2x9Q"),
                "motto", new Text("three-Hunter2x9Q"),
                "level", new Text("debug")));
        var shown =
                discreet(Map.of("motto", new FromFile("/root/.motto")), seen).observe(new Scope.Everything(Set.of()));
        var words = JsonTree.compact(FragmentShapes.live(SUPERVISOR).write(shown));
        assertFalse(words.contains("Hunter2x9Q"), words);
        assertTrue(words.contains("debug"), words);
    }

    @Test
    void a_wish_that_is_met_stays_met_when_it_is_seen_with_masks() throws IOException {
        var wish = Map.<String, OptionValue>of("motto", new FromFile("/root/.motto"), "level", new Text("debug"));
        var shown = discreet(wish, mosquitto(Map.of("motto", new Text("secret words"), "level", new Text("debug"))))
                .observe(new Scope.Everything(Set.of()));
        var desired = new DesiredPart.Addon(
                MOSQUITTO, Optional.empty(), Optional.empty(), AddonSettings.NONE.withOptions(wish));
        assertEquals(List.of(), SUPERVISOR.plan(List.of(desired), shown));
    }

    @Test
    void versions_and_repositories_are_shown_as_they_are() throws IOException {
        var seen = new LivePart.Repository(new RepositorySource("https://apps.example/repository"));
        assertEquals(
                new Observation.Seen<LivePart>(List.of(seen)),
                discreet(Map.of(), seen).observe(new Scope.Everything(Set.of())));
    }
}
