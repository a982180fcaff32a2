package dev.twinsync.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code twin doctor} where little else works. */
class DoctorCommandTest {

    @TempDir
    private Path folder;

    private void configure(String text) throws IOException {
        new GitTwinRepo(folder.resolve("device"), folder, SecretGate.SHUT)
                .create(Map.of("config.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    private CommandRun doctor(String more) {
        return CommandRun.in(folder.resolve("device"), "doctor" + more);
    }

    @Test
    void without_a_repository_it_says_so_and_makes_none() {
        var run = doctor("");
        assertTrue(
                run.out().contains("note   repository: there is none at " + folder.resolve("device")), run::toString);
        assertTrue(run.out().contains("→ make one: twin init"), run::toString);
        assertFalse(Files.exists(folder.resolve("device")));
        assertTrue(run.showsEverything());
    }

    @Test
    void a_configuration_that_cannot_be_read_is_a_fault_with_its_place_among_the_other_looks() throws IOException {
        configure("disabled_plugins: [nonsense\n");
        var run = doctor(" --output json");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.out().contains("\"sound\": false"), run::toString);
        assertTrue(run.out().contains("config.yaml:"), run::toString);
        assertTrue(run.out().contains("\"what\": \"disk\""), run::toString);
        assertTrue(run.out().contains("\"what\": \"policy\""), run::toString);
    }

    @Test
    void a_lock_of_git_and_a_damaged_head_are_faults_with_a_remedy() throws IOException {
        configure("disabled_plugins: []\n");
        Files.createFile(folder.resolve("device/.git/index.lock"));
        var locked = doctor("");
        assertEquals(1, locked.exit());
        assertTrue(
                locked.out().contains("→ if none is running: rm " + folder.resolve("device/.git/index.lock")),
                locked::toString);

        Files.writeString(folder.resolve("device/.git/HEAD"), "nonsense\n");
        assertTrue(doctor("").out().contains("FAULT  repository: "), "a damaged HEAD");
    }
}
