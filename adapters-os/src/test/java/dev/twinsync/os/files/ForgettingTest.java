package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another twin keeps content, or clears up, in the same folder at the same time. */
class ForgettingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String ONE = "1".repeat(64);
    private static final String OTHER = "2".repeat(64);

    @TempDir
    Path folder;

    private Path put(String name, long daysAgo) throws IOException {
        var file = Files.writeString(folder.resolve(name), name);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
    }

    private Forgetting forgetting() {
        return new Forgetting(folder, 7, NOW);
    }

    @Test
    void content_that_another_one_took_meanwhile_is_no_fault_and_the_rest_is_cleared_up() throws IOException {
        var taken = put(ONE, 200);
        put(ONE + ".90", 200);
        put(OTHER, 200);
        var names = forgetting().names();
        Files.delete(taken);
        assertEquals(1, forgetting().prune(names));
        assertEquals(List.of(), forgetting().names());
    }

    @Test
    void content_that_has_got_its_name_meanwhile_stays() throws IOException {
        var half = put(".new-" + ONE, 0);
        var halfNote = put(".new-" + ONE + ".90", 0);
        put(OTHER, 200);
        var names = forgetting().names();
        Files.move(halfNote, folder.resolve(ONE + ".90"));
        var whole = Files.move(half, folder.resolve(ONE));
        assertEquals(1, forgetting().prune(names));
        assertTrue(Files.exists(whole));
    }

    @Test
    void a_note_that_is_gone_meanwhile_takes_nothing_from_what_it_asked_for() throws IOException {
        var content = put(ONE, 200);
        put(ONE + ".30", 200);
        var longer = put(ONE + ".365", 200);
        var names = forgetting().names();
        Files.delete(longer);
        assertEquals(0, forgetting().prune(names));
        assertTrue(Files.exists(content));
        assertEquals(1, forgetting().prune(), "the next time nothing asks for it");
        assertFalse(Files.exists(content));
    }

    @Test
    void a_note_that_another_one_took_with_its_content_is_no_fault() throws IOException {
        var content = put(ONE, 200);
        var note = put(ONE + ".90", 200);
        var names = forgetting().names();
        Files.delete(content);
        Files.delete(note);
        assertEquals(0, forgetting().prune(names));
    }
}
