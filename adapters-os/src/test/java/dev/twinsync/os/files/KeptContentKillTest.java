package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.os.Victim;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            assertEquals(
                    names(folder).size(),
                    new KeptContent(folder).prune(Instant.now().plusSeconds(60)));
        }
    }

    private static void assertKept(Path folder, int number) throws IOException {
        try (var found =
                new KeptContent(folder).find(Bench.digest(content(number))).orElseThrow()) {
            assertArrayEquals(content(number), found.readAllBytes());
        }
    }

    private static void assertNothingByHalf(Path folder) throws IOException {
        for (String name : names(folder)) {
            if (!name.startsWith(".new-")) {
                assertEquals(
                        "sha256:" + name,
                        Bench.digest(Files.readAllBytes(folder.resolve(name))).text());
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
