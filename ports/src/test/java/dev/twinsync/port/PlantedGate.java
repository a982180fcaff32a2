package dev.twinsync.port;

import dev.twinsync.domain.secrets.Leak;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A gate that takes one word for a secret, and remembers which files it was asked for. */
public final class PlantedGate implements SecretGate {

    public static final String SECRET = "planted-secret";
    public static final String FINGERPRINT = "0123456789abcdef";

    private final List<String> asked = new ArrayList<>();
    private boolean asleep;

    /** Lets everything pass until it is woken up. */
    public void sleep() {
        asleep = true;
    }

    public void wake() {
        asleep = false;
    }

    /** The paths of the files, once for each time. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<Leak> leaks(String path, InputStream content) throws IOException {
        asked.add(path);
        if (asleep) {
            return List.of();
        }
        var lines = new String(content.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
        var leaks = new ArrayList<Leak>();
        for (int index = 0; index < lines.length; index++) {
            if (lines[index].contains(SECRET)) {
                leaks.add(leak(path, index + 1, lines[index]));
            }
        }
        return leaks;
    }

    private static Leak leak(String path, long line, String text) {
        return new Leak(path, line, "planted", text.replace(SECRET, "***"), FINGERPRINT);
    }
}
