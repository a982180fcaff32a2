package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.machine.OneAtATime;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.port.MachineLock.Answer.Taken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rehearsed while a package is installed; that it leaves nothing behind is shown where one is installed. */
class RehearseCommandTest {

    /** A connection to the socket of Docker starts Docker. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "containers.docker",
                "containers.podman",
                "desktop.gnome",
                "desktop.kde",
                "home_assistant.core",
                "os.home_assistant_os",
                "logs.home_assistant"
            })
    void nothing_is_woken_up(String plugin) {
        assertTrue(RehearseCommand.ASLEEP.contains(plugin), plugin);
    }

    /** What is declared there is looked at with all plugins on; where a list is empty, nobody looks. */
    @Test
    void nothing_is_declared_of_what_could_wake_up() {
        var looked = RehearseCommand.documents("").entrySet().stream()
                .filter(document -> document.getKey().startsWith("state/"))
                .filter(document -> new String(document.getValue(), StandardCharsets.UTF_8).contains("- {"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        "state/packages.yaml",
                        "state/files.yaml",
                        "state/services.yaml",
                        "state/cron.yaml",
                        "state/timers.yaml"),
                looked);
    }

    /** As while twin's own package is installed by an apply: waiting for that one would be waiting for oneself. */
    @Test
    void a_twin_at_work_is_not_waited_for_and_none_is_kept_waiting(@TempDir Path folder) throws IOException {
        var state = System.getProperty(StateFolder.PROPERTY);
        var held = assertInstanceOf(Taken.class, KernelLock.ofTheMachine().take(Duration.ofMinutes(2)))
                .held();
        try (held) {
            var codes = RehearseCommand.rehearseIn(folder);
            assertFalse(codes.contains(Exit.LOCKED.code()), codes::toString);
            assertTrue(Files.exists(folder.resolve("lock")), "the rehearsal locks what is its own");
        } finally {
            System.clearProperty(OneAtATime.PROPERTY);
            System.setProperty(StateFolder.PROPERTY, state);
        }
    }
}
