package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.HomeAssistantLab.core;
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
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The log of a real container of Docker and of Podman, and what the journal has of one. */
@Tag("lab")
class HomeAssistantContainerLabTest {

    private static final String ERROR =
            "2026-08-21 09:14:05.001 ERROR (SyncWorker_3) [homeassistant.components.rest] Timeout of labs";
    private static final String OTHER =
            "2026-08-21 09:14:06.001 ERROR (MainThread) [homeassistant.components.mqtt] Another of labs";
    private static final String EXIT = "[09:14:06] INFO: Home Assistant Core finish process exit code 100";

    private HomeAssistantLab lab = new HomeAssistantLab(ContainerEngine.DOCKER);

    private void on(ContainerEngine engine) throws IOException {
        lab = new HomeAssistantLab(engine);
        lab.setUp();
        lab.run("ps", "-aq").lines().forEach(id -> lab.run("rm", "-f", id));
    }

    @AfterEach
    void leave_nothing() {
        lab.clear();
    }

    private static String folder() {
        return HomeAssistantLab.FOLDER + ":/config";
    }

    private Instant restarted(Restart.Of of) {
        return core(lab.capture(Source.AUTO)).restarts().stream()
                .filter(restart -> restart.of() == of)
                .map(restart -> Instant.parse(restart.at()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_container_says_is_counted_once_in_order_and_with_both_restarts(ContainerEngine engine)
            throws IOException {
        on(engine);
        var before = Instant.now().minusSeconds(1);
        lab.start("ha", "-v", folder());
        lab.say("ha", ERROR, "Traceback (most recent call last):", "ValueError: labs");
        lab.say("ha", EXIT);
        var first = lab.capture(Source.AUTO);
        var report = core(first);
        assertEquals(Optional.empty(), report.unavailable());
        assertEquals(engine.word(), report.origin().orElseThrow().source());
        assertEquals(1, report.counts().errors().lastHour());
        assertEquals(4, HomeAssistantBench.lines(first, "core_tail.txt").size());
        assertTrue(HomeAssistantBench.lines(first, "core_tail.txt")
                .getFirst()
                .endsWith("Z error homeassistant.components.rest: Timeout of labs"));
        assertEquals(2, report.restarts().size());
        assertTrue(
                report.restarts().stream()
                        .allMatch(one -> Instant.parse(one.at()).isAfter(before)),
                report::toString);
        assertEquals(1, first.sightings().size());

        var second = lab.capture(Source.AUTO);
        assertEquals(List.of(), second.sightings());
        assertEquals(first.reports(), second.reports());
        lab.say("ha", OTHER);
        assertEquals(
                "Another of labs",
                lab.capture(Source.AUTO).sightings().getFirst().signature());

        var started = restarted(Restart.Of.CONTAINER);
        lab.run("restart", "-t", "0", "ha");
        assertTrue(!restarted(Restart.Of.CONTAINER).isBefore(started));
        assertEquals(List.of(), lab.capture(Source.AUTO).sightings());
    }

    @ParameterizedTest
    @EnumSource
    void a_container_that_was_made_anew_has_lost_what_was_not_read(ContainerEngine engine) throws IOException {
        on(engine);
        lab.start("ha", "-v", folder());
        lab.say("ha", ERROR);
        lab.capture(Source.AUTO);
        lab.run("rm", "-f", "ha");
        lab.start("ha", "-v", folder());
        lab.say("ha", OTHER);
        var report = core(lab.capture(Source.AUTO));
        assertEquals(1, report.gaps().size());
        assertTrue(report.countedSince().isPresent(), report::toString);
    }

    @Test
    void the_journal_has_what_the_containers_of_a_supervisor_say() throws IOException {
        on(ContainerEngine.DOCKER);
        lab.start("homeassistant", "--log-driver", "journald", "-v", folder());
        lab.start("hassio_supervisor", "--log-driver", "journald", "--log-opt", "tag=hassio_supervisor");
        lab.say("homeassistant", ERROR);
        lab.say("hassio_supervisor", OTHER);
        JournalLab.settle();
        JournalLab.log("user.err", "homeassistant", ERROR.replace("Timeout", "Root says it too"));
        JournalLab.must(Command.of(
                "runuser",
                "-u",
                "alice",
                "--",
                "logger",
                "-t",
                "homeassistant",
                "--",
                ERROR.replace("Timeout", "A lie")));
        JournalLab.settle();
        var first = lab.capture(Source.AUTO);
        assertEquals("journal", core(first).origin().orElseThrow().source());
        var lines = String.join("\n", HomeAssistantBench.lines(first, "core_tail.txt"));
        assertTrue(lines.contains("Timeout of labs"), lines);
        assertFalse(lines.contains("A lie"), lines);
        assertEquals(
                Optional.of(Restart.Of.CONTAINER), core(first).lastRestart().map(Restart::of));
        var supervisor = HomeAssistantBench.report(first, "ha_supervisor");
        assertEquals("journal", supervisor.origin().orElseThrow().source());
        assertEquals(
                "homeassistant.components.mqtt",
                supervisor.counts().lastError().orElseThrow().unit());
        assertEquals(List.of(), lab.capture(Source.AUTO).sightings());
        assertEquals(
                "docker",
                core(lab.capture(Source.DOCKER)).origin().orElseThrow().source());
    }

    @Test
    void its_file_is_read_where_it_is_of_now_and_goes_on_when_it_is_rotated() throws IOException {
        on(ContainerEngine.DOCKER);
        var file = HomeAssistantLab.FOLDER.resolve("home-assistant.log");
        Files.writeString(file, ERROR + "\n");
        Files.setLastModifiedTime(
                file, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(3600)));
        lab.start("ha", "-v", folder(), "-e", "TZ=Asia/Tokyo");
        var old = core(lab.capture(Source.FILE)).unavailable().orElseThrow();
        assertTrue(old.contains("is an old one"), old);

        Files.writeString(file, ERROR + "\n" + OTHER + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        var first = lab.capture(Source.FILE);
        assertEquals(2, first.sightings().size());
        assertEquals(
                Optional.of("2026-08-21T00:14:06Z"),
                core(first).counts().lastError().orElseThrow().at());
        assertEquals(List.of(), lab.capture(Source.FILE).sightings());
        Files.move(file, file.resolveSibling("home-assistant.log.1"));
        Files.writeString(file, OTHER.replace("Another", "A third") + "\n");
        assertEquals(
                "A third of labs",
                lab.capture(Source.FILE).sightings().getFirst().signature());
        assertEquals(List.of(), lab.capture(Source.FILE).sightings());
    }

    @Test
    void alice_hears_that_there_is_none_where_there_is_none() throws IOException {
        lab.setUp();
        lab.run("ps", "-aq").lines().forEach(id -> lab.run("rm", "-f", id));
        assertEquals("ha_core: there is no Home Assistant on this machine", AliceJava.run(HomeAssistantByAlice.class));
    }
}
