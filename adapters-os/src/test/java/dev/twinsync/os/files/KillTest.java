package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it replaces a file over and over. */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("twin.kill.rounds", 8);
    private static final String OLD = "old ".repeat(100_000);
    private static final String NEW = "new ".repeat(100_000);

    @TempDir
    Path directory;

    /** The process that is killed: writes old and new in turn until its end. */
    static final class Writer {
        public static void main(String[] arguments) {
            var bench = new Bench(Path.of(arguments[0]));
            var files = bench.files();
            for (int round = 0; ; round++) {
                var write = bench.write("x", round % 2 == 0 ? NEW : OLD, "0640");
                System.out.println(files.apply(List.of(write), Progress.SILENT));
            }
        }
    }

    @Test
    void a_killed_writer_leaves_the_old_or_the_new_and_the_next_write_tidies_up() throws Exception {
        var bench = new Bench(directory);
        var random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            killWhileWriting(random.nextInt(60));
            assertTrue(Set.of(OLD, NEW).contains(Files.readString(bench.at("x"))), "neither old nor new");
            assertEquals(0640, Bench.mode(bench.at("x")));
            for (Path left : bench.leftovers()) {
                assertEquals(Replacement.beside(bench.at("x")), left);
            }
        }
        assertEquals(new Attempt.Ran(), bench.files().apply(List.of(bench.write("x", OLD, "0640")), Progress.SILENT));
        assertEquals(List.of(), bench.leftovers());
    }

    private void killWhileWriting(int milliseconds) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var writer = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("Ran[]", said.readLine());
            Thread.sleep(milliseconds);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }
}
