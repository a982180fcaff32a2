package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands in a repository that somebody put a private key into. */
@Tag("scanner")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretCommandsTest {

    /** Nothing of the machine that runs the test. */
    private static final String CONFIGURATION = """
            # mine
            disabled_plugins: [packages.debian, services.systemd, services.timers, cron.user, desktop.gnome, system.info]   # all but files
            files: {roots: [/nowhere]}
            """;

    private static final String HEADER = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
    private static final Pattern FINGERPRINT = Pattern.compile("fingerprint ([0-9a-f]{16})\\)");

    @TempDir
    private static Path folder;

    private Path template;
    private Path repo;
    private int number;

    @BeforeAll
    void init() throws IOException {
        template = folder.resolve("template");
        new GitTwinRepo(template, folder, SecretGate.SHUT)
                .create(Map.of("config.yaml", CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        var run = CommandRun.in(template, "init");
        assertEquals(0, run.exit(), run::toString);
    }

    @BeforeEach
    void copy() throws IOException {
        repo = Folders.copy(template, folder.resolve("case-" + number++));
    }

    private CommandRun twin(String command) {
        return CommandRun.in(repo, command);
    }

    private String refusedFingerprint() {
        var run = twin("snapshot");
        assertEquals(8, run.exit(), run::toString);
        var found = FINGERPRINT.matcher(run.err());
        assertTrue(found.find(), run::toString);
        return found.group(1);
    }

    private String head() throws IOException {
        return Files.readString(repo.resolve(".git/refs/heads/main"));
    }

    @Test
    void a_secret_is_refused_with_file_line_rule_and_mask_and_what_to_do() throws IOException {
        Files.writeString(repo.resolve("live/notes.yaml"), "one\n" + HEADER);
        var before = head();
        var run = twin("snapshot");
        assertEquals(8, run.exit(), run::toString);
        assertTrue(run.err().contains("live/notes.yaml:2: looks like a secret (private-key, fingerprint "), run.err());
        assertTrue(run.err().contains("‹secret "), run.err());
        assertTrue(run.err().contains("twin config allow-secret "), run.err());
        assertFalse(run.err().contains("OPENSSH"), run.err());
        assertEquals("", run.out());
        assertEquals(before, head());
        assertTrue(run.showsEverything());
    }

    @Test
    void for_programs_there_is_all_of_it_as_json() throws IOException {
        Files.writeString(repo.resolve("live/notes.yaml"), HEADER.repeat(30));
        var run = twin("snapshot --output json");
        assertEquals(8, run.exit(), run::toString);
        assertTrue(run.out().contains("\"refused\": \"secret\""), run.out());
        assertTrue(run.out().contains("\"file\": \"live/notes.yaml\""), run.out());
        assertTrue(run.out().contains("\"line\": 30"), run.out());
        assertTrue(run.out().contains("\"rule\": \"private-key\""), run.out());
        assertFalse(run.out().contains("OPENSSH"), run.out());
    }

    @Test
    void of_many_secrets_the_first_are_shown_and_the_rest_is_counted() throws IOException {
        Files.writeString(repo.resolve("live/notes.yaml"), HEADER.repeat(25));
        var run = twin("snapshot");
        assertTrue(run.err().contains("live/notes.yaml:20:"), run.err());
        assertFalse(run.err().contains("live/notes.yaml:21:"), run.err());
        assertTrue(run.err().contains("and 5 more"), run.err());
    }

    @Test
    void what_is_allowed_is_recorded_beside_what_was_written_by_hand_and_is_committed_then() throws IOException {
        Files.writeString(repo.resolve("live/notes.yaml"), HEADER);
        var fingerprint = refusedFingerprint();
        var before = head();
        var run = twin("config allow-secret " + fingerprint + " --reason=a_test");
        assertEquals(0, run.exit(), run::toString);
        assertFalse(before.equals(head()), "config.yaml was not committed");
        assertEquals(
                CONFIGURATION + "allowed_secrets:\n  - " + quotedIfNumber(fingerprint) + " # a_test\n",
                Files.readString(repo.resolve("config.yaml")));
        assertEquals(0, twin("snapshot").exit());

        var again = twin("config allow-secret " + fingerprint);
        assertEquals(0, again.exit(), again::toString);
        assertTrue(again.out().contains("already"), again.out());
    }

    private static String quotedIfNumber(String fingerprint) {
        return fingerprint.matches("[0-9]+(e[0-9]+)?") ? "\"" + fingerprint + "\"" : fingerprint;
    }

    @Test
    void a_secret_in_the_configuration_itself_can_be_allowed() throws IOException {
        Files.writeString(repo.resolve("config.yaml"), CONFIGURATION + "# " + HEADER);
        var refused = twin("config allow-secret 0123456789abcdef");
        var found = FINGERPRINT.matcher(refused.err());
        assertTrue(found.find(), refused::toString);
        var run = twin("config allow-secret " + found.group(1));
        assertEquals(0, run.exit(), run::toString);
    }

    @Test
    void a_fingerprint_of_nothing_that_is_refused_is_not_recorded() throws IOException {
        assertEquals(1, twin("config allow-secret 0123456789abcdef").exit());
        Files.writeString(repo.resolve("live/notes.yaml"), HEADER);
        var run = twin("config allow-secret 0123456789abcdef");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("live/notes.yaml:1"), run.err());
        assertEquals(CONFIGURATION, Files.readString(repo.resolve("config.yaml")));
    }

    @Test
    void what_is_no_fingerprint_is_wrong_usage() {
        assertEquals(64, twin("config allow-secret hunter2").exit());
        assertEquals(64, twin("config allow-secret").exit());
    }

    @Test
    void a_fingerprint_in_the_configuration_that_is_none_is_named_with_its_place() throws IOException {
        Files.writeString(repo.resolve("config.yaml"), CONFIGURATION + "allowed_secrets: [hunter2]\n");
        var run = twin("snapshot");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("config.yaml:4:19"), run.err());
    }
}
