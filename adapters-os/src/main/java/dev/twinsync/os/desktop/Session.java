package dev.twinsync.os.desktop;

import dev.twinsync.os.Self;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose desktop it is: that of the user who runs twin, by the kernel and not by the environment.
 *
 * @param run {@code /run}, where users have their buses
 */
record Session(Self self, Path home, Path run) {

    static Session ofThisProcess() {
        return new Session(Self.ofThisProcess(), Path.of(System.getProperty("user.home")), Path.of("/run"));
    }

    Path runtimeFolder() {
        return run.resolve("user").resolve(String.valueOf(self.uid()));
    }

    private Path bus() {
        return runtimeFolder().resolve("bus");
    }

    /** Why nothing can be set; empty: it may be tried. */
    Optional<String> lacksBus() {
        return Files.exists(bus())
                ? Optional.empty()
                : Optional.of("the desktop of " + self.name() + " has no bus now: log in to it, or run: loginctl"
                        + " enable-linger " + self.name());
    }

    /** What a program must know to reach this user's settings, and no others. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", configuration().toString());
        if (Files.isDirectory(runtimeFolder())) {
            environment.put("XDG_RUNTIME_DIR", runtimeFolder().toString());
        }
        if (lacksBus().isEmpty()) {
            environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus());
        }
        return environment;
    }

    /** Where programs of this user keep their settings. */
    Path configuration() {
        return home.resolve(".config");
    }
}
