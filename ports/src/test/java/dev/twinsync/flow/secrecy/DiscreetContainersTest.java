package dev.twinsync.flow.secrecy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.ImageName;
import dev.twinsync.domain.containers.Inherited;
import dev.twinsync.domain.containers.Isolation;
import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.containers.RestartPolicy;
import dev.twinsync.domain.containers.VariableWish;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.configuration.ContainerSettings;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.ContainerRuntime;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Simulated;
import dev.twinsync.port.SimulatedRepo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A container with secrets in a variable, in its command and in a label. */
class DiscreetContainersTest {

    private static final Containers DOCKER = new Containers(ContainerEngine.DOCKER);
    private static final String SECRET = "Hunter2x9Q";
    private static final Redaction REDACTION = SimulatedTwin.REDACTION;
    private static final String MASK = "‹secret " + REDACTION.fingerprints().of(SECRET) + "›";

    private static class Open extends Simulated<DesiredContainer, LiveContainer, ContainerAction>
            implements ContainerRuntime {
        Open(LiveContainer... live) {
            super(DOCKER, List.of(live));
        }
    }

    private static LiveContainer web(List<String> command, Map<String, String> variables, Map<String, String> labels) {
        return new LiveContainer(
                new ContainerName("web"),
                new ImageName("nginx"),
                List.of(),
                Optional.empty(),
                LiveContainer.Status.RUNNING,
                RestartPolicy.NO,
                Optional.of(command),
                Optional.empty(),
                List.of(),
                List.of(),
                variables,
                labels,
                Isolation.USUAL,
                new Inherited(
                        Optional.empty(), Optional.empty(), Map.of("PATH", "/bin", "TZ", "UTC"), Map.of("x", "y")),
                Optional.empty(),
                Optional.empty());
    }

    private static Present wish(Map<String, VariableWish> variables) {
        var spec = new ContainerSpec(
                Optional.of(new ImageName("nginx")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(variables),
                Optional.empty(),
                IsolationWish.NONE);
        return new Present(new ContainerName("web"), spec, Optional.empty());
    }

    private static SimulatedRepo repo(DesiredContainer... wishes) throws IOException {
        var repo = new SimulatedRepo();
        repo.create(Map.of("config.yaml", "".getBytes(StandardCharsets.UTF_8)));
        repo.write(Layout.desired(DOCKER), List.of(wishes));
        return repo;
    }

    private static LiveContainer shown(
            LiveContainer seen, Redaction redaction, List<String> names, SimulatedRepo repo) {
        var discreet = new DiscreetContainers(new Open(seen), redaction, new ContainerSettings(names), repo, DOCKER);
        return switch (discreet.observe(Scope.everything())) {
            case Observation.Seen<LiveContainer>(var live, var gaps) -> {
                assertEquals(List.of(), gaps);
                yield live.getFirst();
            }
            case Observation.Unavailable<LiveContainer>(var reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void no_value_is_shown_that_nobody_allowed() throws IOException {
        var seen = web(List.of("sleep", "1"), Map.of("A", "b", "DB_PASSWORD", SECRET), Map.of());
        var shown = shown(seen, REDACTION, List.of(), repo());
        assertEquals(Set.of("A", "DB_PASSWORD"), shown.environment().keySet());
        assertEquals(MASK, shown.environment().get("DB_PASSWORD"));
        assertEquals(
                "‹secret " + REDACTION.fingerprints().of("b") + "›",
                shown.environment().get("A"));
        assertEquals(Inherited.NOTHING, shown.inherited());
        assertFalse(JsonTree.compact(DOCKER.live().write(shown)).contains(SECRET));
    }

    @Test
    void what_state_says_in_plain_is_shown_and_what_it_only_names_is_not() throws IOException {
        var seen = web(List.of("sleep"), Map.of("A", "other", "TOKEN", SECRET, "LANG", "C"), Map.of());
        var shown = shown(
                seen,
                REDACTION,
                List.of("LANG"),
                repo(wish(Map.of("A", new Plain("b"), "TOKEN", new Keep(), "PATH", new Plain("/bin")))));
        assertEquals(Map.of("A", "other", "TOKEN", MASK, "LANG", "C"), shown.environment());
        assertEquals(Map.of("PATH", "/bin"), shown.inherited().environment());
    }

    @Test
    void an_allowed_name_does_not_show_what_looks_like_a_secret() throws IOException {
        var seen = web(List.of("sleep"), Map.of("DB_PASSWORD", SECRET), Map.of());
        assertEquals(
                Map.of("DB_PASSWORD", MASK),
                shown(seen, REDACTION, List.of("DB_PASSWORD"), repo()).environment());
    }

    @Test
    void a_secret_word_of_a_command_is_told_by_the_words_before_it() throws IOException {
        var seen = web(
                List.of("dump", "--password", SECRET, "--password=" + SECRET, "all"),
                Map.of(),
                Map.of("api_token", SECRET, "a", "b"));
        var shown = shown(seen, REDACTION, List.of(), repo());
        assertEquals(Optional.of(List.of("dump", "--password", MASK, "--password=" + MASK, "all")), shown.command());
        assertEquals(Map.of("api_token", MASK, "a", "b"), shown.labels());
        var refused = assertThrows(
                IOException.class,
                () -> new UnmaskedWishes<>(DesiredContainer::isMasked, "put it elsewhere").keep(DOCKER.adopt(shown)));
        assertFalse(refused.getMessage().contains(SECRET));
    }

    @Test
    void a_container_with_secrets_in_variables_alone_is_adopted() throws IOException {
        var shown = shown(web(List.of("sleep"), Map.of("TOKEN", SECRET), Map.of()), REDACTION, List.of(), repo());
        assertDoesNotThrow(
                () -> new UnmaskedWishes<>(DesiredContainer::isMasked, "put it elsewhere").keep(DOCKER.adopt(shown)));
        assertTrue(DOCKER.plan(List.of(DOCKER.adopt(shown)), new Observation.Seen<>(List.of(shown)))
                .isEmpty());
    }

    @Test
    void what_another_hand_saw_is_hidden_as_well() throws IOException {
        var discreet = new DiscreetContainers(new Open(), REDACTION, new ContainerSettings(List.of()), repo(), DOCKER);
        var byRoot = new Observation.Seen<>(List.of(web(List.of("sleep"), Map.of("TOKEN", SECRET), Map.of())));
        assertFalse(discreet.discreet(byRoot).toString().contains(SECRET));
    }

    @Test
    void without_a_key_for_fingerprints_nothing_is_shown() throws IOException {
        var broken = new Redaction(
                _ -> {
                    throw new UncheckedIOException(new IOException("there is no key"));
                },
                Set.of());
        var discreet = new DiscreetContainers(
                new Open(web(List.of("sleep"), Map.of("A", "b"), Map.of())),
                broken,
                new ContainerSettings(List.of()),
                repo(),
                DOCKER);
        assertInstanceOf(Observation.Unavailable.class, discreet.observe(Scope.everything()));
    }
}
