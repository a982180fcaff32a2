package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values made to deceive who reads a plan: whatever is printed shows them for what they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileOutputTest {

    @TempDir
    private static Path folder;

    private Path repo;
    private Path root;

    @BeforeAll
    void init() throws IOException {
        repo = folder.toRealPath().resolve("device");
        root = Files.createDirectory(folder.toRealPath().resolve("root"));
        assertEquals(0, CommandRun.in(repo, "init").exit());
        Files.writeString(repo.resolve("config.yaml"), """
                disabled_plugins: [packages.debian, services.systemd, services.timers, cron.user, desktop.gnome, system.info]
                files: {roots: [%s]}
                """.formatted(root));
        Files.writeString(repo.resolve("state/files.yaml"), """
                files:
                  - path: "%1$s/gpj\\u202excod\\u200b.sh"
                    type: symlink
                    target: "/etc/\\u2066passwd\\U000E0041\\u3164"
                  - path: "%1$s/blocked\\u202e"
                    twin_path: "filesystem/missing\\u2069"
                """.formatted(root));
        Files.writeString(root.resolve("\u001b[2K\u001b[1Ain sync\n"), "x");
        Files.writeString(root.resolve("seen\u202e"), "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan",
                "plan --output json",
                "plan --offline",
                "status",
                "status -v",
                "snapshot",
                "snapshot --output json",
                "apply --yes --dry-run",
                "apply --dry-run --output json",
                "apply",
                "config validate"
            })
    void every_command_shows_what_cannot_be_seen(String command) {
        CommandRun.in(repo, "plan");
        var run = CommandRun.in(repo, command);
        assertTrue(run.showsEverything(), () -> command + ": " + run);
        assertTrue(run.exit() != 1 && run.exit() != 3, () -> command + ": " + run);
    }

    @Test
    void a_plan_has_the_true_name_and_the_true_target_of_a_link() {
        var plan = CommandRun.in(repo, "plan").out();
        assertTrue(plan.contains("/gpj\\u202excod\\u200b.sh"), plan);
        assertTrue(plan.contains("target: /etc/\\u2066passwd\\U000e0041\\u3164"), plan);
        assertTrue(plan.contains("/blocked\\u202e  blocked: "), plan);
    }

    @Test
    void what_cannot_be_read_is_told_line_by_line_and_without_tricks() throws IOException {
        var broken = Folders.copy(repo, folder.resolve("broken"));
        Files.writeString(broken.resolve("config.yaml"), "\"a\\u001b[2K\": 1\n\"b\\ntwin: all is well\": 2\n");
        for (String command : new String[] {"plan", "status", "config validate", "config show"}) {
            var run = CommandRun.in(broken, command);
            assertEquals(1, run.exit());
            assertEquals(2, run.err().lines().count(), run::err);
            assertTrue(run.err().contains("config.yaml:1:1 unknown key \"a\\u001b[2K\""), run::err);
            assertTrue(run.err().contains("config.yaml:2:1 unknown key \"b\\u000atwin: all is well\""), run::err);
        }
    }

    @Test
    void a_document_that_is_wrong_in_every_line_does_not_flood_the_terminal() throws IOException {
        var broken = Folders.copy(repo, folder.resolve("flood"));
        Files.writeString(broken.resolve("state/files.yaml"), "files:\n" + "- {pth: x}\n".repeat(10_000));
        var run = CommandRun.in(broken, "plan");
        assertEquals(51, run.err().lines().count());
        assertTrue(run.err().lines().toList().getLast().contains("more; for all of them, run: twin config validate"));
    }
}
