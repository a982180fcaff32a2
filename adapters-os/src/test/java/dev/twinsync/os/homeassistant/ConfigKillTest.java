package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed between writing a configuration and its check. */
class ConfigKillTest {

    private static final String CHECKING = "the changed configuration is being checked";

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void furnish() throws IOException {
        house = House.furnished(folder);
    }

    private static List<ConfigFileAction> actions(House house) {
        return List.of(
                house.sync("automations.yaml", House.BROKEN),
                house.sync("packages/new.yaml", "x:\n"),
                House.remove("configuration.yaml"));
    }

    /** The process that is killed: its second check never ends. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            var house = new House(Path.of(arguments[0]));
            house.meanwhile.put(2, () -> {
                System.out.println(CHECKING);
                sleep();
            });
            System.out.println(house.files().apply(actions(house), Progress.SILENT));
        }

        private static void sleep() {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }
    }

    @Test
    void a_kill_between_writing_and_check_leaves_what_mending_makes_sound() throws Exception {
        var before = house.content();
        kill();
        assertFalse(house.isSound(), "nothing was written before the kill");
        assertTrue(house.isPending());

        assertEquals(new Attempt.Ran(), house.files().mend(actions(house), Progress.SILENT));
        assertEquals(before, house.content());
        assertFalse(house.isPending());
    }

    @Test
    void the_next_change_mends_first() throws Exception {
        kill();
        assertEquals(new Attempt.Ran(), house.apply(house.sync("automations.yaml", "- id: a\n")));
        assertTrue(Files.exists(house.at("configuration.yaml")));
        assertFalse(Files.exists(house.at("packages")));
        assertEquals("- id: a\n", Files.readString(house.at("automations.yaml")));
    }

    private void kill() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var writer = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals(CHECKING, said.readLine());
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }
}
