package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rehearsed while a package is installed; that it leaves nothing behind is shown where one is installed. */
class RehearseCommandTest {

    private static final String CONFIGURATION =
            new String(RehearseCommand.documents().get("config.yaml"), StandardCharsets.UTF_8);

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
        assertTrue(CONFIGURATION.contains(plugin), CONFIGURATION);
    }

    @Test
    void what_only_reads_is_rehearsed() {
        assertFalse(CONFIGURATION.contains("packages.debian"), CONFIGURATION);
        assertFalse(CONFIGURATION.contains("services.systemd"), CONFIGURATION);
    }
}
