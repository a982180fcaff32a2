package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Root writes a configuration in a folder of alice's, who exchanges what is on the way as fast as she can. */
@Tag("lab")
class HostileOwnerLabTest {

    private static final Path HOME = Path.of("/home/alice/racing");
    private static final Path TARGET = Path.of("/srv/roots-own");
    private static final int ROUNDS = 150;

    /** However slow the machine is: so many rounds are enough for root to win one, as alice rests now and then. */
    private static final int MOST_ROUNDS = 20 * ROUNDS;

    @BeforeEach
    @AfterEach
    void clear() {
        run("rm", "-rf", HOME.toString(), TARGET.toString());
    }

    private static Result.Ended run(String program, String... arguments) {
        return assertInstanceOf(
                Result.Ended.class, new SystemCommandRunner().run(Command.of(program, List.of(arguments))));
    }

    @Test
    void nothing_outside_of_the_folder_is_written_read_or_given_away() throws Exception {
        Files.createDirectories(TARGET);
        var secret = Files.writeString(TARGET.resolve("a.yaml"), "root's own\n");
        Files.createDirectories(HOME);
        var house = new House(HOME);
        house.put("configuration.yaml", "x:\n");
        house.put("packages/a.yaml", "0\n");
        run("chown", "-R", "alice:alice", HOME.toString());
        for (int check = 1; check <= 4 * MOST_ROUNDS; check++) {
            house.checks.put(check, House.ended(0, ""));
        }
        var racer = new ProcessBuilder(
                        "/usr/bin/setpriv",
                        "--reuid=alice",
                        "--regid=alice",
                        "--init-groups",
                        "/bin/sh",
                        "-c",
                        "cd " + house.config + " && while :; do for i in 1 2 3 4 5 6 7 8; do mv packages aside; ln -s "
                                + TARGET + " packages; ln -f " + secret
                                + " aside/a.yaml 2>/dev/null; rm packages; mv aside packages;"
                                + " done; sleep 0.05; done")
                .start();
        int done = 0;
        try {
            for (int round = 1; round <= ROUNDS || (done == 0 && round <= MOST_ROUNDS); round++) {
                if (house.apply(
                                house.sync("packages/a.yaml", round + "\n"),
                                house.sync("packages/n" + round + "/b.yaml", "b:\n"))
                        instanceof Attempt.Ran) {
                    done++;
                }
                house.seen();
            }
        } finally {
            racer.destroyForcibly().waitFor();
        }
        assertEquals("root's own\n", Files.readString(secret));
        assertEquals("root", Files.getOwner(secret).getName());
        assertEquals(List.of("a.yaml"), names());
        assertTrue(done > 0, "no round was won by root, so nothing was tried");
    }

    private static List<String> names() throws IOException {
        try (var entries = Files.list(TARGET)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
