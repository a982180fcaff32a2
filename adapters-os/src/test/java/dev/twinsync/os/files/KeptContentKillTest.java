package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Victim;
import dev.twinsync.port.Backups;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it keeps one content after the other. */
class KeptContentKillTest {

    private static final int ROUNDS = Integer.getInteger("twin.kill.rounds", 4);

    @TempDir
    Path directory;

    private static byte[] content(int number) {
        return ("content " + number + " ").repeat(20_000).getBytes(StandardCharsets.UTF_8);
    }

    /** The process that is killed: keeps, and says so, until its end. */
    static final class Keeper {
        public static void main(String[] arguments) throws IOException {
            var kept = new KeptContent(Path.of(arguments[0]));
            for (int number = 0; ; number++) {
                kept.keep(Bench.digest(content(number)), new ByteArrayInputStream(content(number)));
                System.out.println(number);
            }
        }
    }

    @Test
    void all_that_was_kept_is_there_and_nothing_is_there_by_half() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            var folder = directory.resolve("round-" + round);
            var said = Victim.run(Keeper.class, random.nextInt(80), folder.toString());
            for (String number : said) {
                assertKept(folder, Integer.parseInt(number));
            }
            assertNothingByHalf(folder);
            assertWanted(folder);
            var later = Instant.now().plus(Duration.ofDays(Backups.USUAL_DAYS)).plusSeconds(60);
            new KeptContent(folder).prune(later);
            assertEquals(List.of(), names(folder));
        }
    }

    private static void assertKept(Path folder, int number) throws IOException {
        try (var found =
                new KeptContent(folder).find(Bench.digest(content(number))).orElseThrow()) {
            assertArrayEquals(content(number), found.readAllBytes());
        }
    }

    /** Nothing could be forgotten too early. */
    private static void assertWanted(Path folder) throws IOException {
        var names = names(folder);
        for (String name : contents(folder)) {
            assertTrue(names.contains(name + ".90"), name);
        }
    }

    private static void assertNothingByHalf(Path folder) throws IOException {
        for (String name : contents(folder)) {
            assertEquals(
                    "sha256:" + name,
                    Bench.digest(Files.readAllBytes(folder.resolve(name))).text());
        }
    }

    /** Not the notes of how long they are wanted. */
    private static List<String> contents(Path folder) throws IOException {
        return names(folder).stream()
                .filter(name -> !name.startsWith(".new-"))
                .filter(name -> KeepNote.of(name).isEmpty())
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
