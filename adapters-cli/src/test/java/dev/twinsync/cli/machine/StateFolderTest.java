package dev.twinsync.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    private static final Self ROOT = new Self("root", 0);
    private static final Self ALICE = new Self("alice", 1000);

    @TempDir
    Path directory;

    private static Path of(Self self, Map<String, String> environment) {
        return StateFolder.of(self, TwinHome.of(environment, "/home/alice")).path();
    }

    @Test
    void root_takes_nothing_from_the_environment() {
        assertEquals(Path.of("/var/lib/twin"), of(ROOT, Map.of("TWIN_STATE", "/tmp/x", "HOME", "/home/alice")));
    }

    @Test
    void anybody_else_keeps_it_at_home_or_where_they_say() {
        assertEquals(Path.of("/home/alice/.local/state/twin"), of(ALICE, Map.of()));
        assertEquals(Path.of("/home/alice/.local/state/twin"), of(ALICE, Map.of("TWIN_STATE", " ")));
        assertEquals(Path.of("/srv/state"), of(ALICE, Map.of("TWIN_STATE", "/srv/x/../state")));
    }

    @Test
    void a_repository_has_the_same_runs_by_whatever_name_and_another_one_has_others() throws IOException {
        var state = new StateFolder(directory);
        var device = Files.createDirectory(directory.resolve("device"));
        var link = Files.createSymbolicLink(directory.resolve("link"), device);
        assertEquals(state.runs(device), state.runs(link));
        assertNotEquals(state.runs(device), state.runs(directory));
        assertTrue(state.runs(device).startsWith(directory.resolve("runs")));
        assertEquals(state.runs(directory.resolve("x/../nothing")), state.runs(directory.resolve("nothing")));
    }

    @Test
    void what_is_noted_of_a_repository_before_it_is_there_is_found_when_it_is() throws IOException {
        var state = new StateFolder(directory);
        var real = Files.createDirectory(directory.resolve("real"));
        var device = Files.createSymbolicLink(directory.resolve("way"), real).resolve("of/device");
        var before = state.whereabouts(device);
        Files.createDirectories(device);
        assertEquals(state.whereabouts(device), before);
    }

    @Test
    void no_test_writes_where_this_machine_keeps_its_own() {
        assertTrue(
                StateFolder.ofThisProcess().path().startsWith(Path.of("target").toAbsolutePath()));
    }
}
