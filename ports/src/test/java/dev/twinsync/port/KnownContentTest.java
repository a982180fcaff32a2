package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.twinsync.port.KnownContent.Content;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownContentTest {

    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final Instant NOW = Instant.ofEpochSecond(0, 100 * DAY);
    private static final FileStamp OLD = new FileStamp(1, 2, 3, 98 * DAY, 99 * DAY);
    private static final Content ONE = content("one", false);

    private final RememberedBytes memory = new RememberedBytes();

    private static Content content(String text, boolean privateKey) {
        return new Content(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), privateKey);
    }

    private KnownContent known() {
        return KnownContent.in(memory, "test-1", false);
    }

    private void learn(FileStamp stamp, Content content) {
        var known = known();
        known.learn(stamp, NOW, content);
        known.keep();
    }

    @Test
    void what_was_read_is_known_to_the_next_command() {
        var key = content("key", true);
        var other = new FileStamp(1, 4, 3, 0, 0);
        learn(OLD, ONE);
        learn(other, key);
        assertEquals(Optional.of(ONE), known().of(OLD));
        assertEquals(Optional.of(key), known().of(other));
    }

    /** What is about to be changed is read, also where the same process has read it before. */
    @Test
    void who_is_to_know_nothing_learns_nothing() {
        KnownContent.NONE.learn(OLD, NOW, ONE);
        assertEquals(Optional.empty(), KnownContent.NONE.of(OLD));
    }

    @Test
    void a_file_of_which_anything_changed_is_not_known() {
        learn(OLD, ONE);
        for (var changed : List.of(
                new FileStamp(9, 2, 3, 98 * DAY, 99 * DAY),
                new FileStamp(1, 9, 3, 98 * DAY, 99 * DAY),
                new FileStamp(1, 2, 9, 98 * DAY, 99 * DAY),
                new FileStamp(1, 2, 3, 98 * DAY + 1, 99 * DAY),
                new FileStamp(1, 2, 3, 98 * DAY, 99 * DAY + 1))) {
            assertEquals(Optional.empty(), known().of(changed), changed.toString());
        }
    }

    @Test
    void a_file_that_was_changed_a_moment_ago_may_change_again_without_a_trace() {
        long now = 100 * DAY;
        for (var fresh : List.of(
                new FileStamp(1, 2, 3, now, now),
                new FileStamp(1, 2, 3, 0, now - Duration.ofSeconds(2).toNanos()),
                new FileStamp(1, 2, 3, now + DAY, 0))) {
            learn(fresh, ONE);
            assertEquals(Optional.empty(), known().of(fresh), fresh.toString());
        }
        var settled = new FileStamp(1, 2, 3, 0, now - Duration.ofSeconds(2).toNanos() - 1);
        learn(settled, ONE);
        assertEquals(Optional.of(ONE), known().of(settled));
    }

    @Test
    void what_a_command_does_not_meet_stays_known_and_what_changed_does_not() {
        var other = new FileStamp(1, 4, 3, 0, 0);
        learn(OLD, ONE);
        learn(other, ONE);
        var changed = new FileStamp(1, 2, 8, 98 * DAY, 99 * DAY);
        learn(changed, content("two", false));
        assertEquals(Optional.empty(), known().of(OLD));
        assertEquals(Optional.of(ONE), known().of(other));
        assertEquals(Optional.of(content("two", false)), known().of(changed));
    }

    @Test
    void a_full_look_knows_nothing_and_learns_all() {
        learn(OLD, ONE);
        var full = KnownContent.in(memory, "test-1", true);
        assertEquals(Optional.empty(), full.of(OLD));
        full.learn(OLD, NOW, content("two", false));
        full.keep();
        assertEquals(Optional.of(content("two", false)), known().of(OLD));
    }

    @Test
    void where_nothing_is_new_nothing_is_written() {
        learn(OLD, ONE);
        var before = memory.kept.get("test-1");
        var known = known();
        known.of(OLD);
        known.keep();
        assertEquals(before, memory.kept.get("test-1"));
    }

    @Test
    void what_is_spoiled_is_forgotten() {
        learn(OLD, ONE);
        memory.keep("test-1", new byte[] {1, 2, 3});
        assertEquals(Optional.empty(), known().of(OLD));
    }

    @Test
    void who_turns_the_time_of_a_file_back_leaves_a_trace(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("x"), "one");
        var time = FileTime.from(NOW);
        Files.setLastModifiedTime(file, time);
        var before = FileStamp.of(file).orElseThrow();
        Thread.sleep(20); // longer than a tick of the file system's clock
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        var after = FileStamp.of(file).orElseThrow();
        assertEquals(before.written(), after.written());
        assertNotEquals(before, after);
    }
}
