package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What came of an apply is told before anything else that may go wrong. */
class ToldFirstTest extends FilesOnly {

    /** Wanted by nobody any more: whichever twin clears up next takes it away. */
    private static Path old() {
        try {
            var state = StateFolder.ofThisProcess();
            var content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
            var digest = Sha256.of(content);
            state.backups(1).keep(digest, new ByteArrayInputStream(content));
            var name = digest.text().substring("sha256:".length());
            var then = FileTime.from(Instant.now().minus(Duration.ofDays(365)));
            var kept = state.path().resolve("backup").resolve(name);
            Files.setLastModifiedTime(kept.resolveSibling(name + ".1"), then);
            return Files.setLastModifiedTime(kept, then);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** At the moment at which the result is told, something old appears; what is cleared up before that leaves it there. */
    private static final class Told extends StringWriter {
        private Path old;

        @Override
        public void write(String text, int start, int length) {
            super.write(text, start, length);
            if (old == null && toString().contains("; see ")) {
                old = old();
            }
        }
    }

    @Test
    void the_result_of_an_apply_is_told_before_old_backups_are_cleared_up() throws IOException {
        wish("welcome\n");
        twin("plan");
        var told = new Told();
        var run = CommandRun.in(repo, "apply --yes", told);

        assertEquals(0, run.exit(), run::toString);
        assertEquals("welcome\n", Files.readString(motd));
        assertTrue(Files.notExists(told.old), run::toString);
    }
}
