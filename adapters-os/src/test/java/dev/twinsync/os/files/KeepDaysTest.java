package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Property;
import dev.twinsync.port.Backups;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several repositories keep content in one folder, each for as long as its owner wants. */
class KeepDaysTest {

    @TempDir
    Path directory;

    private int round;

    private Path folder() {
        return directory.resolve("round-" + round + "/backup");
    }

    private static byte[] bytes(int content) {
        return ("content " + content).getBytes(StandardCharsets.UTF_8);
    }

    private static Digest digest(int content) {
        return Bench.digest(bytes(content));
    }

    private void keep(int content, long days) throws IOException {
        new KeptContent(folder(), days).keep(digest(content), new ByteArrayInputStream(bytes(content)));
    }

    private void forget(long days) throws IOException {
        new KeptContent(folder(), days).prune(Instant.now());
    }

    private boolean isThere(int content) throws IOException {
        var found = new KeptContent(folder()).find(digest(content));
        if (found.isPresent()) {
            found.get().close();
        }
        return found.isPresent();
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder())) {
            return List.of();
        }
        try (var files = Files.list(folder())) {
            return files.toList();
        }
    }

    private void pass(long days) throws IOException {
        for (Path file : files()) {
            var before = Files.getLastModifiedTime(file).toInstant();
            Files.setLastModifiedTime(file, FileTime.from(before.minus(Duration.ofDays(days))));
        }
    }

    /** @param days for which it is there, though somebody who wants 7 clears up @param more after which it no longer is */
    private void assertStaysForAndGoesAfter(int days, int more) throws IOException {
        pass(days);
        forget(7);
        assertTrue(isThere(1));
        pass(more);
        forget(7);
        assertFalse(isThere(1));
    }

    @Test
    void a_repository_that_keeps_for_a_week_takes_nothing_from_one_that_keeps_for_a_year() throws IOException {
        keep(1, 365);
        pass(200);
        forget(7);
        forget(Backups.USUAL_DAYS);
        assertTrue(isThere(1));
        pass(166);
        forget(7);
        assertFalse(isThere(1));
    }

    @Test
    void what_is_wanted_for_a_week_is_gone_after_it() throws IOException {
        keep(1, 7);
        keep(2, 365);
        pass(8);
        forget(7);
        assertFalse(isThere(1));
        assertTrue(isThere(2));
    }

    @Test
    void what_two_keep_is_there_for_as_long_as_either_wants() throws IOException {
        keep(1, 365);
        pass(30);
        keep(1, 7);
        assertStaysForAndGoesAfter(300, 36);
    }

    @Test
    void who_wants_more_by_now_gets_it_for_what_is_still_there() throws IOException {
        keep(1, 90);
        pass(100);
        forget(365);
        assertTrue(isThere(1));
    }

    @Test
    void what_an_older_twin_kept_stays_for_as_long_as_was_usual() throws IOException {
        keep(1, 7);
        Files.delete(folder().resolve(new KeepNote(name(1), 7).name()));
        assertStaysForAndGoesAfter(89, 2);
    }

    @Test
    void the_longest_time_is_one_that_can_be_reckoned_with() throws IOException {
        keep(1, Backups.MOST_DAYS);
        var end = Instant.now().plus(Duration.ofDays(Backups.MOST_DAYS));
        assertEquals(0, new KeptContent(folder(), 1).prune(end.minusSeconds(60)));
        assertEquals(1, new KeptContent(folder(), 1).prune(end.plusSeconds(60)));
        assertEquals(List.of(), files());
    }

    @Test
    void nothing_is_left_of_what_was_forgotten() throws IOException {
        keep(1, 7);
        keep(1, 3);
        pass(8);
        forget(7);
        assertEquals(List.of(), files());
    }

    @Test
    void content_that_comes_again_at_once_after_its_note_is_not_without_one() throws IOException {
        keep(1, 365);
        Files.delete(folder().resolve(name(1))); // as where it was noted and not yet put there
        forget(7);
        assertEquals(List.of(folder().resolve(name(1) + ".365")), files());
    }

    private static String name(int content) {
        return digest(content).text().substring("sha256:".length());
    }

    /** One keeps, or some days pass and somebody clears up. */
    private record Event(boolean isKeeping, int content, long days) {}

    @Test
    void nothing_is_ever_forgotten_before_the_day_that_anybody_asked_for() {
        var event = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(1L, 7L, 30L, 90L, 365L, Backups.MOST_DAYS))
                .as(Event::new);
        Property.forAll(event.list().ofMaxSize(12), events -> {
            try {
                round++;
                run(events);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void run(List<Event> events) throws IOException {
        var left = new HashMap<Integer, Long>();
        for (Event event : events) {
            if (event.isKeeping()) {
                keep(event.content(), event.days());
                left.merge(event.content(), event.days(), Math::max);
            } else {
                pass(event.days());
                left.replaceAll((_, days) -> days - event.days());
                forget(event.days());
            }
            for (int content : new ArrayList<>(left.keySet())) {
                assertTrue(left.get(content) <= 0 || isThere(content), () -> events + " lost " + content);
            }
        }
    }
}
