package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.HomeAssistantLab.core;
import static dev.twinsync.os.logs.JournalLab.must;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.os.AliceJava;
import dev.twinsync.os.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real unit of systemd that stands in for Home Assistant in a virtual environment, and does with its file what that does. */
@Tag("lab")
class HomeAssistantUnitLabTest {

    private static final Path FOLDER = Path.of("/srv/lab-hass");
    private static final Path CONFIG = FOLDER.resolve("config");
    private static final Path FILE = CONFIG.resolve("home-assistant.log");
    private static final Path UNIT = Path.of("/etc/systemd/system/lab-hass.service");

    private static final String PROGRAM = """
            #!/bin/bash
            log=/srv/lab-hass/config/home-assistant.log
            [[ -e $log ]] && mv "$log" "$log.1"
            echo "$(date '+%F %T.%3N') ERROR (MainThread) [homeassistant.core] Started with $(wc -l </srv/lab-hass/config/starts)" | tee "$log"
            echo x >>/srv/lab-hass/config/starts
            exec -a /srv/lab-hass/bin/hass perl -e 'sleep 10000' -- -c /srv/lab-hass/config
            """;

    private final HomeAssistantLab lab = new HomeAssistantLab(ContainerEngine.DOCKER);

    @BeforeEach
    void a_unit_that_runs_it() throws IOException {
        Files.createDirectories(FOLDER.resolve("bin"));
        Files.createDirectories(CONFIG);
        Files.writeString(CONFIG.resolve("configuration.yaml"), "default_config:\n");
        Files.writeString(CONFIG.resolve("starts"), "");
        var program = Files.writeString(FOLDER.resolve("bin/hass"), PROGRAM);
        assertTrue(program.toFile().setExecutable(true, false));
        Files.writeString(UNIT, "[Service]\nUser=alice\nExecStart=/srv/lab-hass/bin/hass -c /srv/lab-hass/config\n");
        must(Command.of("chown", "-R", "alice:", CONFIG.toString()));
        must(Command.of("systemctl", "daemon-reload"));
        restart();
    }

    @AfterEach
    void leave_nothing() throws IOException {
        must(Command.of("systemctl", "stop", "lab-hass"));
        Files.delete(UNIT);
        must(Command.of("systemctl", "daemon-reload"));
        must(Command.of("rm", "-rf", FOLDER.toString()));
    }

    /** Until it has written what it writes at its start, and has become what it will be. */
    private static void restart() throws IOException {
        var before = Files.readString(CONFIG.resolve("starts"));
        must(Command.of("systemctl", "restart", "lab-hass"));
        HomeAssistantLab.await(() -> Files.readString(CONFIG.resolve("starts")).length() > before.length());
        var pid = must(Command.of("systemctl", "show", "--property=MainPID", "--value", "lab-hass"));
        HomeAssistantLab.await(
                () -> Files.readString(Path.of("/proc", pid, "cmdline")).startsWith("/srv/lab-hass/bin/hass\0"));
    }

    @Test
    void its_file_goes_on_over_a_restart_and_tells_when_that_was() throws IOException {
        var first = lab.capture(Source.AUTO);
        assertEquals(Optional.empty(), core(first).unavailable());
        assertEquals("file", core(first).origin().orElseThrow().source());
        assertEquals(1, core(first).counts().errors().lastHour());
        assertEquals(1, first.sightings().size());
        assertEquals(Optional.of(Restart.Of.CORE), core(first).lastRestart().map(Restart::of));
        assertEquals(List.of(), lab.capture(Source.AUTO).sightings());

        restart();
        var second = lab.capture(Source.AUTO);
        assertEquals(1, second.sightings().size());
        assertEquals(List.of(), core(second).gaps());
        assertFalse(started(second).isBefore(started(first)));
        assertEquals(List.of(), lab.capture(Source.AUTO).sightings());
    }

    private static Instant started(dev.twinsync.port.LogSource.Capture capture) {
        return Instant.parse(core(capture).lastRestart().orElseThrow().at());
    }

    @Test
    void without_a_file_the_journal_has_it_and_knows_what_was_read_in_the_file() throws IOException {
        assertEquals(1, lab.capture(Source.AUTO).sightings().size());
        Files.delete(FILE);
        JournalLab.settle();
        var capture = lab.capture(Source.AUTO);
        assertEquals("journal", core(capture).origin().orElseThrow().source());
        assertEquals(List.of(), capture.sightings());
        restart();
        JournalLab.settle();
        assertEquals(1, lab.capture(Source.JOURNAL).sightings().size());
        assertEquals(List.of(), lab.capture(Source.JOURNAL).sightings());
    }

    @Test
    void alice_reads_her_own() {
        assertEquals("ha_core: read from file", AliceJava.run(HomeAssistantByAlice.class));
    }

    @Test
    void a_file_that_is_not_for_her_is_named_with_what_would_help() throws IOException {
        must(Command.of("chown", "root:adm", FILE.toString()));
        must(Command.of("chmod", "0640", FILE.toString()));
        var said = AliceJava.run(HomeAssistantByAlice.class);
        assertTrue(said.contains("file: you may not read it; add the user to the group adm"), said);
    }
}
