package dev.twinsync.git.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;

/** What JGit gets to know. */
class QuietGitTest extends GitFixture {

    @Test
    void jgit_reads_the_settings_of_the_repository_and_no_others() throws IOException {
        Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = Ada\n[core]\n\tautocrlf = true\n");
        git("config", "twin.test", "seen");
        try (var opened = new GitFolder(root).open()) {
            var settings = opened.getConfig();
            assertEquals("seen", settings.getString("twin", null, "test"));
            assertNull(settings.getString("user", null, "name"));
            assertEquals("false", settings.getString("core", null, "autocrlf"));
            assertEquals("/nonexistent", settings.getString("core", null, "hooksPath"));
            assertTrue(settings.getBoolean("core", "fsyncObjectFiles", false));
        }
        assertEquals("", run("config", "core.hooksPath").output(), "it must not be written down");
    }

    @Test
    void jgit_does_not_measure_the_disk() {
        assertEquals(Duration.ofSeconds(2), FS.FileStoreAttributes.get(root).getFsTimestampResolution());
    }
}
