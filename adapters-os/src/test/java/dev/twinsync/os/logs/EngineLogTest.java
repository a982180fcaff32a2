package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.FoundContainer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineLogTest {

    private static final String ID = "0123456789abcdef".repeat(4);
    private static final String LOGS = "podman logs --timestamps --tail ";

    private final ScriptedCommands commands =
            new ScriptedCommands().answer("podman inspect", 125, "", "Error: no such container");

    private EngineLog log(Self self) {
        return new EngineLog(
                commands, self, new FoundContainer(ContainerEngine.PODMAN, ID, "ha", true, Optional.empty()));
    }

    private LineLog lines() throws Unread {
        return log(new Self("root", 0)).lines();
    }

    private String reason(Result result) {
        commands.answer(LOGS + "5000 " + ID, result);
        return assertThrows(Unread.class, this::lines).getMessage();
    }

    @Test
    void both_outputs_are_one_log_in_the_order_of_their_times() throws Unread {
        commands.answer(
                LOGS + "5000 " + ID,
                0,
                "2026-11-26T10:57:45.000000002+01:00 second\n2026-11-26T09:57:46Z fourth\n",
                "2026-11-26T09:57:45.000000001Z first\n2026-11-26T09:57:45.5Z \n no time\n");
        assertEquals(
                List.of(
                        new StampedLine(Instant.parse("2026-11-26T09:57:45.000000001Z"), "first"),
                        new StampedLine(Instant.parse("2026-11-26T09:57:45.000000002Z"), "second"),
                        new StampedLine(Instant.parse("2026-11-26T09:57:45.5Z"), ""),
                        new StampedLine(Instant.parse("2026-11-26T09:57:45.5Z"), " no time"),
                        new StampedLine(Instant.parse("2026-11-26T09:57:46Z"), "fourth")),
                lines().lines());
        assertEquals("podman", lines().source());
        assertEquals(Optional.empty(), lines().begins());
    }

    @Test
    void of_a_log_with_endless_lines_fewer_are_read() throws Unread {
        commands.answer(LOGS + "5000 " + ID, new Result.TooMuchOutput(7));
        commands.answer(LOGS + "100 " + ID, "2026-11-26T09:57:46Z last\n");
        assertEquals(1, lines().lines().size());
    }

    @Test
    void the_end_of_what_it_says_is_why_it_failed_and_the_rest_is_the_log() {
        var said = "2026-11-26T09:57:46Z a line of the log\nError: no such container\n";
        assertEquals(
                "podman logs ended with 125: Error: no such container",
                reason(new Result.Ended(125, new byte[0], said.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertEquals("podman is not installed", reason(new Result.NoSuchProgram("podman")));
    }

    @Test
    void the_containers_of_a_user_are_looked_for_in_the_folders_of_the_user() throws Unread {
        commands.answer(LOGS + "5000 " + ID, "");
        log(new Self("alice", 1000)).lines();
        assertEquals(
                Map.of("HOME", System.getProperty("user.home"), "XDG_RUNTIME_DIR", "/run/user/1000"),
                commands.asked().getFirst().environment());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"env":["A=b","TZ=Asia/Tokyo"],"mounts":[]}    | Asia/Tokyo
            {"env":["TZ=Nowhere/At_All"],"mounts":null}    | Z
            {"env":null,"mounts":[{"Source":"/x","Destination":"/config"}]} | Z
            """)
    void the_clock_of_a_container_is_what_its_variable_says(String told, String zone) {
        commands.answer("podman inspect", told + "\n");
        assertEquals(Optional.of(ZoneId.of(zone)), ContainerZone.of(log(new Self("root", 0))));
    }

    @Test
    void where_the_engine_does_not_tell_no_clock_is_known() {
        assertEquals(Optional.empty(), ContainerZone.of(log(new Self("root", 0))));
        commands.answer("podman inspect", "no JSON");
        assertEquals(Optional.empty(), ContainerZone.of(log(new Self("root", 0))));
        commands.answer("podman inspect", "{}");
        assertEquals(Optional.of(ZoneOffset.UTC), ContainerZone.of(log(new Self("root", 0))));
    }
}
