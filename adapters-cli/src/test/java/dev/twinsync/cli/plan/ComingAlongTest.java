package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What comes along is told once, beside the first action that needs it. */
class ComingAlongTest extends FilesOnly {

    private void wishForTwoLinksBelow(String folder) throws IOException {
        Files.writeString(repo.resolve("state/files.yaml"), """
                files:
                  - {path: "%1$s/one", type: symlink, target: /nowhere}
                  - {path: "%1$s/two", type: symlink, target: /nowhere}
                """.formatted(folder));
    }

    private static int count(String what, String text) {
        return text.split(Pattern.quote(what), -1).length - 1;
    }

    @Test
    void folders_that_are_made_on_the_way_are_foretold() throws IOException {
        var folder = motd + "-new";
        wishForTwoLinksBelow(folder);
        var text = twin("plan");
        assertEquals(2, text.exit(), text::toString);
        assertEquals(1, count("brings along " + folder + "\n", text.out()), text.out());
        var markdown = twin("plan --output markdown");
        assertEquals(1, count("brings along `" + folder + "`\n", markdown.out()), markdown.out());
        var json = twin("plan --output json");
        assertEquals(1, count("\"effects\"", json.out()), json.out());
        assertTrue(Files.readString(repo.resolve("plan/latest.yaml")).contains("effects:"));
    }
}
