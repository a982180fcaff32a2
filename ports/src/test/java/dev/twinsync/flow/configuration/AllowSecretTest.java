package dev.twinsync.flow.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.configuration.AllowSecret.Result;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.PlantedGate;
import dev.twinsync.port.SimulatedRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllowSecretTest {

    private final PlantedGate gate = new PlantedGate();
    private final SimulatedRepo repo = new SimulatedRepo(gate);

    @BeforeEach
    void a_repository_with_a_configuration() throws IOException {
        repo.write(Configuration.document(), Configuration.DEFAULT);
    }

    private void store(String path, String text) throws IOException {
        repo.store(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Result allow(String fingerprint) throws IOException {
        return new AllowSecret(repo, () -> repo, List::of).allow(fingerprint, Optional.of("a test"));
    }

    private List<String> allowed() throws IOException {
        return repo.read(Configuration.document()) instanceof Reading.Value<Optional<Configuration>>(var settings)
                ? settings.orElseThrow().allowedSecrets()
                : List.of("unreadable");
    }

    @Test
    void what_is_refused_can_be_allowed_and_that_is_committed() throws IOException {
        var first = repo.commit("first", Set.of(Layout.CONFIGURATION));
        store("state/packages.yaml", "planted-secret");
        var done = assertInstanceOf(Result.Allowed.class, allow(PlantedGate.FINGERPRINT));
        assertEquals(repo.head(), done.commit());
        assertTrue(!repo.head().equals(first));
        assertEquals(List.of(PlantedGate.FINGERPRINT), allowed());
    }

    @Test
    void before_the_first_commit_it_is_left_to_init_to_make_one() throws IOException {
        store("filesystem/etc/a", "planted-secret");
        assertEquals(new Result.Allowed(Optional.empty()), allow(PlantedGate.FINGERPRINT));
        assertEquals(List.of(PlantedGate.FINGERPRINT), allowed());
        assertEquals(Optional.empty(), repo.head());
    }

    @Test
    void what_nothing_has_that_is_refused_cannot_be_allowed() throws IOException {
        store("state/packages.yaml", "1\nplanted-secret");
        var refusal = assertInstanceOf(Result.NotRefused.class, allow("fedcba9876543210"));
        assertEquals(
                List.of("state/packages.yaml:2"),
                refusal.refused().stream()
                        .map(leak -> leak.file() + ":" + leak.line())
                        .toList());
        assertEquals(List.of(), allowed());
    }

    @Test
    void where_nothing_is_refused_nothing_can_be_allowed() throws IOException {
        assertEquals(new Result.NotRefused(List.<Leak>of()), allow(PlantedGate.FINGERPRINT));
        assertEquals(List.of(), allowed());
    }

    @Test
    void everything_that_twin_commits_is_looked_through() throws IOException {
        for (String path : List.of("live/a.yaml", "plan/latest.yaml", "logs/current/index.yaml", "filesystem/x")) {
            store(path, "planted-secret");
        }
        store("notes", "planted-secret");
        var refused = assertInstanceOf(Result.NotRefused.class, allow("fedcba9876543210"))
                .refused();
        assertEquals(4, refused.size(), refused::toString);
    }

    @Test
    void what_is_allowed_already_is_not_allowed_twice() throws IOException {
        store("state/packages.yaml", "planted-secret");
        allow(PlantedGate.FINGERPRINT);
        assertEquals(new Result.AllowedBefore(), allow(PlantedGate.FINGERPRINT));
        assertEquals(List.of(PlantedGate.FINGERPRINT), allowed());
    }

    @Test
    void a_configuration_that_cannot_be_read_is_not_touched() throws IOException {
        store(Layout.CONFIGURATION, "broken");
        assertInstanceOf(Result.Unreadable.class, allow(PlantedGate.FINGERPRINT));
    }
}
