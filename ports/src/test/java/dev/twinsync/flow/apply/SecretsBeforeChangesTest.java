package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.logs.SampleLogs;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.review.Adopt;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.PlantedGate;
import dev.twinsync.port.SecretFound;
import dev.twinsync.port.SimulatedRepo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done must be written down afterwards, which a secret in the wishes forbids: so nothing is done. */
class SecretsBeforeChangesTest {

    private final PlantedGate gate = new PlantedGate();
    private final SimulatedTwin twin = new SimulatedTwin(new SimulatedRepo(gate));

    @BeforeEach
    void something_was_applied_and_more_is_wished_for() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.now = twin.now.plusSeconds(60);
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        twin.now = twin.now.plusSeconds(60);
        twin.wish(present("git"), present("htop"));
    }

    private void plant(String path) throws IOException {
        SampleLogs.store(twin.repo, path, "one\n" + PlantedGate.SECRET);
    }

    private void assertRefused(String path, Executable command) throws IOException {
        plant(path);
        var head = twin.repo.head();
        var machine = twin.everything();
        var plans = twin.repo.list(Layout.PLAN);
        var found = assertThrows(SecretFound.class, command);
        assertEquals(
                List.of(path + ":2"),
                found.leaks().stream()
                        .map(leak -> leak.file() + ":" + leak.line())
                        .toList());
        assertEquals(head, twin.repo.head());
        assertEquals(machine, twin.everything());
        assertEquals(plans, twin.repo.list(Layout.PLAN));
        assertTrue(OpenRun.of(twin.twin().view()).isEmpty(), "a run was begun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state/notes.txt", "filesystem/etc/app.conf"})
    void no_plan_is_made(String path) throws IOException {
        assertRefused(path, twin::plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state/notes.txt", "filesystem/etc/app.conf"})
    void nothing_is_planned_to_be_undone(String path) throws IOException {
        assertRefused(path, twin::undo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state/notes.txt", "filesystem/etc/app.conf"})
    void nothing_is_applied_and_nobody_is_asked(String path) throws IOException {
        twin.plan();
        var asked = twin.approved;
        assertRefused(path, twin::apply);
        assertEquals(asked, twin.approved);
        assertFalse(twin.isInstalled("htop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state/notes.txt", "filesystem/etc/app.conf", "live/notes.txt"})
    void an_adopt_whose_commit_would_be_refused_edits_nothing(String path) throws IOException {
        var wishes = twin.repo.open("state/packages.yaml").readAllBytes();
        twin.packages.put(installed("nano"));
        assertRefused(path, () -> new Adopt(twin.twin()).adopt(Selection.EVERYTHING, Duration.ZERO));
        assertArrayEquals(wishes, twin.repo.open("state/packages.yaml").readAllBytes());
        twin.repo.delete(path);
        var done = assertInstanceOf(
                Adopt.Result.Done.class, new Adopt(twin.twin()).adopt(Selection.EVERYTHING, Duration.ZERO));
        assertTrue(done.commit().isPresent());
    }

    @Test
    void once_it_is_taken_out_or_where_it_is_not_committed_everything_goes_on() throws IOException {
        twin.plan();
        plant("state/notes.txt");
        assertThrows(SecretFound.class, twin::apply);
        twin.repo.delete("state/notes.txt");
        plant("notes.txt");
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        assertTrue(twin.isInstalled("htop"));
    }
}
