package dev.twinsync.os.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What real programs wrote on Debian 12. */
final class Captured {

    private Captured() {}

    static String text(String name) {
        try (var file = Captured.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
