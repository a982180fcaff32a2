package dev.twinsync.cli.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.TwinMain;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.SampleLogs;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsCommandTest {

    @TempDir
    private static Path folder;

    private GitTwinRepo repo;

    @BeforeAll
    void fill() throws IOException {
        repo = repo("device");
        SampleLogs.into(repo);
    }

    private static GitTwinRepo repo(String name) throws IOException {
        var repo = new GitTwinRepo(folder.toRealPath().resolve(name), folder, SecretGate.SHUT);
        repo.create(Map.of("config.yaml", new byte[0]));
        return repo;
    }

    private CommandRun twin(String command) {
        return CommandRun.in(repo.root(), command);
    }

    private static void assertShown(String expected, CommandRun run) {
        assertEquals(expected, run.out(), run::toString);
        assertEquals(0, run.exit(), run::toString);
        assertEquals("", run.err());
    }

    private static void assertRefused(int exit, String word, CommandRun run) {
        assertEquals(exit, run.exit(), run::toString);
        assertTrue(run.err().contains(word), run::toString);
        assertEquals("", run.out());
    }

    @Test
    void the_overview_ends_with_what_to_do_next() {
        var run = twin("logs");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(
                "Next: twin logs new --repo " + repo.root() + " or twin logs show --repo " + repo.root() + " journal",
                run.out().lines().toList().getLast());
    }

    @Test
    void the_errors_come_newest_first() {
        assertShown("""
                last seen             count  severity  new since        unit           error
                2026-11-22T21:20:00Z      1  error     snapshot         kernel         Out of memory: Killed process # (java)
                2026-11-22T21:18:42Z      3  error     snapshot, apply  nginx.service  bind() to #:# failed
                2026-11-21T09:00:00Z     12  error                      php            PHP Fatal error: x
                """, twin("logs errors"));
    }

    @Test
    void what_is_new_is_marked() {
        assertShown("""
                last seen             count  severity  new since        unit           error
                2026-11-22T21:20:00Z      1  error     snapshot         kernel         Out of memory: Killed process # (java)
                2026-11-22T21:18:42Z      3  error     snapshot, apply  nginx.service  bind() to #:# failed
                """, twin("logs new"));
        assertShown("No error is new.\n", twin("logs new --unit php"));
        assertShown("No error is known.\n", twin("logs errors --grep nothing"));
    }

    @Test
    void refused_logins_are_counted_by_who_tried_what() {
        assertShown("""
                authlog: 42 refused logins (7 in the last hour) since boot
                last hour  since boot  service  from         user
                        5          30  sshd     203.0.113.9  root
                        1           6  sshd     203.0.113.9  admin
                and 1 other that twin did not keep
                """, twin("logs auth --grep sshd"));
    }

    @Test
    void units_are_listed_by_what_is_the_matter_with_them() {
        assertShown("""
                failed: nginx.service
                critical since boot: kernel
                errors  kinds  last seen             unit
                    12      1  2026-11-21T09:00:00Z  php
                     3      1  2026-11-22T21:18:42Z  nginx.service
                     1      1  2026-11-22T21:20:00Z  kernel
                """, twin("logs units"));
    }

    @Test
    void a_log_is_printed_as_it_is() {
        assertShown(SampleLogs.SYSLOG, twin("logs show syslog"));
        assertShown("Nov 22 21:25:00 host cron[3]: (root) CMD (run-parts)\n", twin("logs show syslog -n 1"));
        assertShown("""
                Nov 22 21:00:00 host php[2]: PHP Fatal error: x
                  thrown in /srv/x.php
                """, twin("logs show syslog --unit php"));
        assertShown("""
                Nov 22 20:00:00 host cron[1]: (root) CMD (run-parts)
                Nov 22 21:25:00 host cron[3]: (root) CMD (run-parts)
                """, twin("logs show syslog --grep cron"));
        assertShown("""
                Nov 22 20:00:00 host cron[1]: (root) CMD (run-parts)
                Nov 22 21:00:00 host php[2]: PHP Fatal error: x
                """, twin("logs show syslog --grep cron.1 --context 1"));
    }

    @Test
    void grep_names_file_and_line() {
        assertShown("""
                logs/current/files/syslog_tail.txt:2: Nov 22 21:00:00 host php[2]: PHP Fatal error: x
                logs/current/systemd/errors_last_boot.txt:1: 2026-11-21T09:00:00Z error php: PHP Fatal error: x
                """, twin("logs --grep PHP"));
        assertShown("""
                logs/2026-11-22T20-30-00Z/files/syslog_tail.txt:1: Nov 22 20:00:00 host php[2]: PHP old
                """, twin("logs --grep php.*old --ignore-case --all"));
        assertShown("""
                logs/current/files/syslog_tail.txt-2- Nov 22 21:00:00 host php[2]: PHP Fatal error: x
                logs/current/files/syslog_tail.txt:3:   thrown in /srv/x.php
                logs/current/files/syslog_tail.txt-4- Nov 22 21:25:00 host cron[3]: (root) CMD (run-parts)
                """, twin("logs --grep thrown --context 1"));
    }

    @Test
    void what_is_not_found_is_1_as_with_grep() {
        assertRefused(1, "twin: nothing found", twin("logs --grep nowhere"));
        assertRefused(1, "twin: nothing found", twin("logs show syslog --grep nowhere"));
        assertEquals(0, twin("logs show syslog --unit nobody").exit());
        var json = twin("logs --grep nowhere --output json");
        assertEquals(1, json.exit());
        assertEquals("{\n  \"lines\": []\n}\n", json.out());
    }

    @Test
    void a_match_is_painted_where_colours_are_shown_and_nowhere_else() {
        var out = new StringWriter();
        var commandLine = TwinMain.commandLine(List.of("logs"))
                .setOut(new PrintWriter(out))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.ON));
        int exit = commandLine.execute(
                "logs",
                "--grep",
                "Fatal|error: ",
                "--unit",
                "php",
                "--repo",
                repo.root().toString());
        assertEquals(0, exit);
        assertEquals(
                "<35>logs/current/files/syslog_tail.txt<0>:<32>2<0>: Nov 22 21:00:00 host php[2]: PHP"
                        + " <1><31>Fatal<0> <1><31>error: <0>x",
                out.toString().lines().toList().getFirst().replaceAll("\u001b\\[([0-9;]*)m", "<$1>"));
        assertFalse(twin("logs --grep Fatal").out().contains("\u001b"));
    }

    @Test
    void json_has_the_same_keys_whatever_there_is() {
        for (String command : new String[] {"logs", "logs errors", "logs new", "logs auth", "logs units"}) {
            var json = twin(command + " --output json").out();
            assertTrue(json.contains("\"captured_at\": \"2026-11-22T21:30:00Z\""), json);
            assertTrue(json.contains("\"previous_capture\": \"2026-11-22T20:30:00Z\""), json);
        }
        assertEquals("""
                {
                  "lines": [
                    {
                      "file": "logs/current/files/syslog_tail.txt",
                      "line": 3,
                      "match": true,
                      "text": "  thrown in /srv/x.php"
                    }
                  ]
                }
                """, twin("logs show syslog --grep thrown --output json").out());
        assertTrue(twin("logs --output json").out().contains("\"unavailable\": null,"));
    }

    @Test
    void a_log_that_is_not_there_is_refused_with_those_that_are() {
        assertRefused(
                1,
                "no log is called \"sislog\"; did you mean \"syslog\"?; there are syslog, authlog, nginx_error, journal",
                twin("logs show sislog"));
        assertRefused(1, "nginx_error could not be read: may not be read; add yourself", twin("logs show nginx_error"));
        assertRefused(1, "no line of authlog is in the repository", twin("logs show authlog"));
    }

    @Test
    void without_a_capture_every_command_says_how_to_make_one() throws IOException {
        var empty = repo("empty");
        for (String command : new String[] {
            "logs", "logs errors", "logs new", "logs auth", "logs units", "logs show syslog", "logs --grep x"
        }) {
            assertRefused(1, "twin snapshot", CommandRun.in(empty.root(), command));
        }
        empty.write(
                Layout.logIndex(),
                LogIndex.EMPTY.withLastApply(SampleLogs.index().lastApply().orElseThrow()));
        assertRefused(1, "no logs were captured yet", CommandRun.in(empty.root(), "logs"));
    }

    @Test
    void an_index_that_cannot_be_read_is_named_with_its_place_and_grep_does_without() throws IOException {
        var broken = repo("broken");
        SampleLogs.into(broken);
        Files.writeString(broken.root().resolve(Layout.LOG_INDEX), "captured_at: x\nnonsense: 1\n");
        assertRefused(1, "logs/current/index.yaml:2:1", CommandRun.in(broken.root(), "logs"));
        assertRefused(1, "writes it anew; run: twin snapshot", CommandRun.in(broken.root(), "logs errors"));
        assertEquals(
                0, CommandRun.in(broken.root(), "logs --grep PHP --since 9999d").exit());
    }

    @Test
    void a_configuration_that_cannot_be_read_does_not_hide_the_logs() throws IOException {
        var broken = repo("config");
        SampleLogs.into(broken);
        Files.writeString(broken.root().resolve("config.yaml"), "nonsense: 1\n");
        assertEquals(0, CommandRun.in(broken.root(), "logs").exit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs --since 1h",
                "logs --unit nginx",
                "logs --all",
                "logs --context 1",
                "logs --ignore-case",
                "logs errors --ignore-case",
                "logs errors --context 1 --grep x",
                "logs errors --all --grep x",
                "logs auth --since 1h",
                "logs auth --unit sshd",
                "logs units --grep x",
                "logs units --since 1h",
                "logs show",
                "logs show syslog --context 1",
                "logs show syslog -n x",
                "logs show syslog -n -1",
                "logs show syslog --all --grep x",
                "logs --grep a --context x",
                "logs --grep a --since yesterday",
                "logs --grep a(b",
                "logs --grep a errors",
                "logs everything"
            })
    void what_does_not_go_together_is_64(String command) {
        var run = twin(command);
        assertEquals(64, run.exit(), run::toString);
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    logs --grep a(b                | "a(b" is no pattern: Unclosed group, at character 4
                    logs --grep a --since tomorrow | say 30m, 2h or 7d
                    logs --since 1h                | go with --grep
                    logs show syslog --context 1   | --context goes with --grep
                    """)
    void wrong_usage_says_what_is_wrong(String command, String words) {
        assertTrue(twin(command).err().contains(words), () -> twin(command).err());
    }

    @Test
    void a_search_that_takes_too_much_is_an_error_in_words() throws IOException {
        var hostile = repo("hostile");
        SampleLogs.store(hostile, "logs/current/files/a_tail.txt", "a".repeat(4_000) + "\n");
        assertRefused(1, "takes too much", CommandRun.in(hostile.root(), "logs --grep (.*a){20}b"));
    }
}
