package dev.twinsync.flow.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.PlantedGate;
import dev.twinsync.port.SecretFound;
import dev.twinsync.port.SimulatedRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could not be committed is not left edited. */
class OrNothingTest {

    private static final Set<String> ALL = Set.of("state", "config.yaml");

    private final SimulatedRepo repo = new SimulatedRepo(new PlantedGate());

    @BeforeEach
    void a_repository_with_a_commit_and_something_that_is_in_none() throws IOException {
        store("config.yaml", "committed");
        store("state/gone.yaml", "committed too");
        repo.commit("first", ALL);
        store("state/mine.yaml", "not committed");
    }

    private void store(String path, String text) throws IOException {
        repo.store(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String held(String path) throws IOException {
        try (var content = repo.open(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Optional<String> editEverything(OrNothing edits) throws IOException {
        edits.edit("config.yaml", () -> store("config.yaml", "edited once"));
        edits.edit("config.yaml", () -> store("config.yaml", "edited twice"));
        edits.edit("state/mine.yaml", () -> store("state/mine.yaml", "edited"));
        edits.edit("state/new.yaml", () -> store("state/new.yaml", "made"));
        edits.edit("state/gone.yaml", () -> repo.delete("state/gone.yaml"));
        return repo.commit("second", ALL);
    }

    @Test
    void where_the_commit_is_refused_every_file_is_as_it_was() throws IOException {
        repo.refuseCommits();
        var refused = assertThrows(IOException.class, () -> OrNothing.of(repo, this::editEverything));
        assertEquals("another Git command is at work", refused.getMessage());
        assertEquals("committed", held("config.yaml"));
        assertEquals("committed too", held("state/gone.yaml"));
        assertEquals("not committed", held("state/mine.yaml"));
        assertEquals(Optional.empty(), repo.digest("state/new.yaml"));
    }

    @Test
    void where_the_commit_is_made_everything_stays() throws IOException {
        assertEquals(Optional.of(true), OrNothing.of(repo, this::editEverything).map(_ -> true));
        assertEquals("edited twice", held("config.yaml"));
        assertEquals(List.of(), repo.uncommitted(ALL));
    }

    @Test
    void a_fault_between_the_edits_takes_back_those_before_it() throws IOException {
        assertThrows(
                IOException.class,
                () -> OrNothing.of(repo, edits -> {
                    edits.edit("config.yaml", () -> store("config.yaml", "edited"));
                    edits.edit("state/mine.yaml", () -> {
                        throw new IOException("broken");
                    });
                    return true;
                }));
        assertEquals("committed", held("config.yaml"));
        assertEquals("not committed", held("state/mine.yaml"));
    }

    @Test
    void what_could_not_even_be_written_is_not_said_to_be_changed() throws IOException {
        repo.fillUp();
        for (String path : List.of("config.yaml", "state/mine.yaml", "state/new.yaml")) {
            var full = assertThrows(
                    IOException.class,
                    () -> OrNothing.of(repo, edits -> {
                        edits.edit(path, () -> store(path, "edited"));
                        return true;
                    }));
            assertEquals("cannot write " + path + ": No space left on device", full.getMessage());
        }
    }

    @Test
    void what_somebody_else_wrote_meanwhile_stays_and_is_told() throws IOException {
        repo.refuseCommits();
        var refused = assertThrows(
                IOException.class,
                () -> OrNothing.of(repo, edits -> {
                    edits.edit("config.yaml", () -> store("config.yaml", "edited"));
                    store("config.yaml", "of somebody else");
                    return repo.commit("second", ALL);
                }));
        assertEquals("of somebody else", held("config.yaml"));
        assertTrue(refused.getMessage().contains("config.yaml was changed by somebody else"), refused.getMessage());
    }

    @Test
    void what_holds_a_secret_stays_so_that_it_can_be_allowed() throws IOException {
        assertThrows(
                SecretFound.class,
                () -> OrNothing.of(repo, edits -> {
                    edits.edit("state/mine.yaml", () -> store("state/mine.yaml", "planted-secret"));
                    return repo.commit("second", ALL);
                }));
        assertEquals("planted-secret", held("state/mine.yaml"));
    }

    @Test
    void a_fault_behind_the_commit_takes_nothing_back() throws IOException {
        assertThrows(
                IOException.class,
                () -> OrNothing.of(repo, edits -> {
                    editEverything(edits);
                    throw new IOException("the commit is made, but …");
                }));
        assertEquals("edited twice", held("config.yaml"));
        assertEquals(List.of(), repo.uncommitted(ALL));
    }
}
