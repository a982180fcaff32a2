package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code twinsync} at the root, beside a twin that only says what it was asked. */
class OldNamesTest {

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void put() throws IOException {
        Files.copy(Path.of("../twinsync"), folder.resolve("twinsync"));
        Files.writeString(
                folder.resolve("twin"),
                "#!/bin/sh\nfor word; do printf '<%s>' \"$word\"; done\nexit \"$(cat \"$0.exit\")\"\n");
        Files.setPosixFilePermissions(folder.resolve("twin"), PosixFilePermissions.fromString("rwxr-xr-x"));
        answer(0);
    }

    private void answer(int exit) throws IOException {
        Files.writeString(folder.resolve("twin.exit"), String.valueOf(exit));
    }

    private Run run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", folder.resolve("twinsync").toString()));
        command.addAll(List.of(words));
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(errors));
    }

    @ParameterizedTest
    @CsvSource({
        "init, <init>",
        "snapshot, <snapshot>",
        "snap --push, <snapshot><push>",
        "push, <push>",
        "pull, <pull>",
        "plan, <plan>",
        "apply --yes, <apply><--yes>",
        "status, <status>",
        "diff files:/etc/motd, <diff><files:/etc/motd>",
        "logs, <logs>",
        "config, <config><show>",
        "config-fs, <config><fs><list>",
        "config-fs add /srv, <config><fs><add></srv>",
        "plan-files, <plan><--only><files>",
        "plan-packages, <plan><--only><packages>",
        "plan-services, <plan><--only><services>",
        "plan-startup, <plan><--only><cron>",
        "plan-cron, <plan><--only><cron>",
        "github-setup --user alice --repo twin-box, <remote><create><twin-box>",
        "setup-github, <remote><create>",
        "time-machine, <history>",
        "time-machine --commit abc123, <time-machine><abc123>",
        "check-deps, <doctor>",
        "-v status, <status><-v>",
    })
    void each_old_name_is_a_command_of_twin_and_says_so(String words, String expected)
            throws IOException, InterruptedException {
        var run = run(words.split(" "));
        assertEquals(expected, run.out());
        assertEquals(0, run.exit());
        assertTrue(run.err().startsWith("twinsync: this is now: twin "), run.err());
    }

    @Test
    void exit_codes_are_kept() throws IOException, InterruptedException {
        answer(2);
        assertEquals(2, run("status").exit());
        assertEquals(
                "<plan><--only><files><apply><--only><files>",
                run("apply-files").out());
        answer(1);
        assertEquals(new Run(1, "<plan><--only><files>", ""), run("apply-files"));
        assertEquals("<snapshot>", run("snap", "--push").out());
    }

    @Test
    void nothing_to_do_is_not_applied() throws IOException, InterruptedException {
        assertEquals(new Run(0, "<plan><--only><cron>", ""), run("apply-startup"));
    }

    @Test
    void what_there_never_was_is_wrong_usage() throws IOException, InterruptedException {
        for (String word : List.of("nonsense", "gui", "menu", "plan-nonsense")) {
            var run = run(word);
            assertEquals(64, run.exit(), run::toString);
            assertEquals("", run.out());
        }
    }

    @Test
    void a_token_is_not_passed_on_and_words_with_blanks_stay_words() throws IOException, InterruptedException {
        var run = run("github-setup", "--token", "hunter2");
        assertEquals(64, run.exit());
        assertTrue(!run.err().contains("hunter2") && run.out().isEmpty(), run::toString);
        assertEquals("<plan><--only><a b><*>", run("plan", "--only", "a b", "*").out());
    }
}
