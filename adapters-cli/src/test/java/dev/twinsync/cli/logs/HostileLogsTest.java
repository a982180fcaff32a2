package dev.twinsync.cli.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.Folders;
import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.domain.logs.AuthFailures;
import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.flow.logs.SampleLogs;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in a repository that somebody edited, or whose machine somebody wrote to: they are shown for what they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileLogsTest {

    /** Erases the line, goes up, turns the direction, hides, and says something in the name of twin. */
    private static final String EVIL = "\u001b[2K\u001b[1A\u202egpj\u200b\u3164\r\ntwin: all is well\u0007\u009b31m";

    private static final String SHOWN = "\\u001b[2K\\u001b[1A\\u202egpj\\u200b\\u3164\\u000d";

    @TempDir
    private static Path folder;

    private GitTwinRepo repo;

    @BeforeAll
    void fill() throws IOException {
        repo = new GitTwinRepo(folder.toRealPath().resolve("device"), folder, SecretGate.SHUT);
        repo.create(Map.of("config.yaml", new byte[0]));
        repo.write(Layout.logIndex(), index());
        SampleLogs.store(repo, "logs/current/files/evil_tail.txt", "Nov 22 21:00:00 h a: " + EVIL + "\n");
    }

    private static LogIndex index() {
        var counts = new LogCounts(
                new Counts(1, 1),
                Counts.NONE,
                Map.of(EVIL, 1L),
                List.of(EVIL),
                new AuthFailures(
                        new Counts(1, 1), List.of(new AuthFailures.Group(EVIL, EVIL, EVIL, new Counts(1, 1))), 0),
                Optional.of(new LogCounts.LastError(Optional.of(EVIL), EVIL, EVIL)));
        var gaps = List.of(new LogGap(Optional.of(EVIL), Optional.of(EVIL), EVIL));
        var evil = new LogReport(
                "evil",
                Optional.empty(),
                Optional.of("files/evil_tail.txt"),
                Optional.of(EVIL),
                counts,
                List.of(EVIL),
                gaps);
        return new LogIndex(
                Optional.of(EVIL),
                Optional.of(EVIL),
                Map.of(EVIL, List.of(evil, LogReport.unread("unread" + EVIL, EVIL), LogReport.unread("unread", EVIL))),
                List.of(new ErrorSignature(EVIL, EVIL, EVIL, EVIL, EVIL, 1, List.of("snapshot", "apply", EVIL))),
                Optional.of(new LogIndex.LastApply(EVIL, EVIL, 1, 1, Map.of(EVIL, 1L))),
                Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs",
                "logs errors",
                "logs errors --since 1h",
                "logs new",
                "logs auth",
                "logs units",
                "logs show evil",
                "logs show evil --grep gpj",
                "logs --grep gpj --context 3",
                "logs --grep gpj --all"
            })
    void every_command_shows_what_cannot_be_seen(String command) {
        for (String form : new String[] {"", " --output json"}) {
            var run = CommandRun.in(repo.root(), command + form);
            assertEquals(0, run.exit(), run::toString);
            assertTrue(run.showsEverything(), () -> command + form + ": " + run);
            assertTrue(run.out().contains("gpj"), run::out);
            assertFalse(run.out().lines().anyMatch(line -> line.startsWith("twin:") && !command.contains("show")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs show unread", "logs show nothing"})
    void what_is_refused_is_one_sentence(String command) {
        var run = CommandRun.in(repo.root(), command);
        assertEquals(1, run.exit());
        assertTrue(run.showsEverything(), run::toString);
        assertEquals(1, run.err().lines().count(), run::err);
        assertTrue(run.err().contains(SHOWN), run::err);
    }

    @Test
    void in_what_grep_prints_no_line_of_a_log_stands_at_the_beginning() {
        var run = CommandRun.in(repo.root(), "logs --grep .");
        assertEquals(
                List.of(
                        "logs/current/files/evil_tail.txt:1: Nov 22 21:00:00 h a: " + SHOWN,
                        "logs/current/files/evil_tail.txt:2: twin: all is well\\u0007\\u009b31m"),
                run.out().lines().toList());
    }

    @Test
    void a_row_of_a_table_is_one_line_and_no_longer_than_a_terminal() {
        var run = CommandRun.in(repo.root(), "logs errors");
        assertEquals(2, run.out().lines().count(), run::out);
        assertTrue(run.out().lines().allMatch(line -> line.length() <= TextColumns.WIDTH), run::out);
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        var linked = Folders.copy(repo.root(), folder.resolve("linked"));
        var secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        var text = linked.resolve("logs/current/files/evil_tail.txt");
        Files.delete(text);
        Files.createSymbolicLink(text, secret);
        for (String command : new String[] {"logs show evil", "logs --grep hunter2"}) {
            var run = CommandRun.in(linked, command);
            assertEquals(1, run.exit(), run::toString);
            assertFalse((run.out() + run.err()).contains("hunter2\n"), run::toString);
        }
    }

    @Test
    void a_text_that_is_far_too_large_is_read_at_its_beginning_only() throws IOException {
        var large = Folders.copy(repo.root(), folder.resolve("large"));
        Files.writeString(large.resolve("logs/current/files/evil_tail.txt"), "x\n".repeat(60_000) + "end\n");
        var run = CommandRun.in(large, "logs --grep end");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("evil_tail.txt is larger than twin ever writes"), run::err);
    }
}
