package dev.twinsync.cli.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures of a log file that the test wrote. */
class LogCaptureCommandsTest {

    /** Nothing of the machine that runs the test but its log files. */
    private static final String CONFIGURATION = """
            disabled_plugins: [packages.debian, services.systemd, services.timers, cron.user, desktop.gnome, system.info, logs.home_assistant, logs.systemd_journal]
            files: {roots: [/nowhere]}
            """;

    @TempDir
    private Path folder;

    private Path repo;
    private Path log;

    @BeforeEach
    void a_repository_that_init_has_yet_to_fill() throws IOException {
        repo = folder.resolve("device");
        log = folder.resolve("web.log");
        Files.writeString(log, "Nov 22 20:00:00 host web[1]: password=Hunter2x9Q\n");
        new GitTwinRepo(repo, folder, SecretGate.SHUT)
                .create(Map.of(
                        "config.yaml", CONFIGURATION.getBytes(StandardCharsets.UTF_8),
                        "state/logs_config.yaml", wishes("syslog").getBytes(StandardCharsets.UTF_8)));
    }

    private String wishes(String parse) {
        return "files:\n  sources:\n    - name: web\n      path: " + log + "\n      parse: " + parse + "\n";
    }

    private CommandRun twin(String command) {
        return CommandRun.in(repo, command);
    }

    private String captured() throws IOException {
        return Files.readString(repo.resolve("logs/current/files/web_tail.txt"));
    }

    @Test
    void init_and_snapshot_say_what_each_log_plugin_read() throws IOException {
        var init = twin("init");
        assertEquals(0, init.exit(), init::toString);
        assertTrue(init.out().contains("logs.files"), init.out());
        assertFalse(captured().contains("Hunter2x9Q"), captured());
        assertTrue(captured().contains("password=‹secret "), captured());

        Files.delete(log);
        var snapshot = twin("snapshot");
        assertEquals(0, snapshot.exit(), snapshot::toString);
        assertTrue(
                snapshot.out().lines().anyMatch(line -> line.contains("logs.files") && line.contains("not read: web")),
                snapshot.out());
        assertTrue(
                snapshot.out().contains("Nothing changed since the last snapshot but what the logs say."),
                snapshot.out());
        assertTrue(snapshot.showsEverything());
    }

    @Test
    void for_programs_there_is_all_of_it_as_json() {
        for (String command : new String[] {"init --output json", "snapshot --output json"}) {
            var run = twin(command);
            assertEquals(0, run.exit(), run::toString);
            assertTrue(run.out().contains("\"logs\": {"), run.out());
            assertTrue(run.out().contains("\"new_errors\": 0"), run.out());
            assertTrue(run.out().contains("\"logs.files\": ["), run.out());
            assertTrue(run.out().contains("\"name\": \"web\""), run.out());
        }
    }

    @Test
    void a_wish_for_logs_that_makes_no_sense_is_named_with_its_place_and_nothing_is_captured() throws IOException {
        assertEquals(0, twin("init").exit());
        var before = captured();
        Files.writeString(repo.resolve("state/logs_config.yaml"), wishes("sylog"));
        for (String command : new String[] {"config validate", "snapshot"}) {
            var run = twin(command);
            assertEquals(1, run.exit(), run::toString);
            assertTrue((run.out() + run.err()).contains("state/logs_config.yaml:5:14"), run::toString);
            assertTrue((run.out() + run.err()).contains("did you mean \"syslog\"?"), run::toString);
        }
        assertEquals(before, captured());
    }

    @Test
    void a_log_plugin_that_there_is_not_cannot_be_disabled() throws IOException {
        Files.writeString(repo.resolve("config.yaml"), "disabled_plugins: [logs.syslog]\n");
        var run = twin("config validate");
        assertEquals(1, run.exit(), run::toString);
        assertTrue((run.out() + run.err()).contains("there is no plugin \"logs.syslog\""), run::toString);
        assertTrue((run.out() + run.err()).contains("logs.systemd_journal, logs.files"), run::toString);
    }

    @Test
    void without_log_plugins_nothing_is_captured() throws IOException {
        Files.writeString(repo.resolve("config.yaml"), CONFIGURATION.replace("journal]", "journal, logs.files]"));
        var run = twin("init");
        assertEquals(0, run.exit(), run::toString);
        assertFalse(run.out().contains("logs."), run.out());
        assertFalse(Files.exists(repo.resolve("logs/current/index.yaml")));
    }

    @Test
    void the_template_of_the_wishes_for_logs_says_what_is_usual() throws IOException {
        var fresh = folder.resolve("fresh");
        var made = new GitTwinRepo(fresh, folder, SecretGate.SHUT);
        made.create(Templates.all());
        assertEquals(new Reading.Value<>(Optional.of(LogsConfig.DEFAULT)), made.read(Layout.logsConfig()));
    }
}
