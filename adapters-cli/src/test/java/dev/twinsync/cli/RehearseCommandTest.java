package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
                "network.networkmanager",
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
}
