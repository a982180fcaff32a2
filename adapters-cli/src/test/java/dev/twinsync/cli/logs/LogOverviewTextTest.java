package dev.twinsync.cli.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.flow.logs.SampleLogs;
import dev.twinsync.flow.logs.ShowLogs;
import dev.twinsync.port.SimulatedRepo;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogOverviewTextTest {

    private static String text(LogIndex index, Duration age) {
        var now = SampleLogs.CAPTURED.plus(age);
        var logs = new ShowLogs(new SimulatedRepo(), () -> now, ZoneOffset.UTC);
        var text = new LogOverviewText(logs.overview(index));
        return String.join("\n", text.lines()) + "\n" + text.next() + "\n";
    }

    @Test
    void a_machine_in_trouble() {
        assertEquals("""
                The logs as of 2026-11-22T21:30:00Z, 3 hours ago; what the machine wrote since is not in them
                logs.files
                  syslog           nothing to report
                  authlog          no errors, no warnings since boot
                    42 refused logins (7 in the last hour)
                      30 by sshd from 203.0.113.9 as root
                      6 by sshd from 203.0.113.9 as admin
                      4 by sudo from local as alice
                      and 2 others; see twin logs auth
                  nginx_error      not read: may not be read; add yourself to the group adm
                logs.systemd_journal
                  journal          at least 2 errors (2 in the last hour), 1 warning (1 in the last hour), counted since 2026-11-22T20:00:00Z
                    failed: nginx.service
                    critical: kernel
                    not seen from 2026-11-22T19:00:00Z to 2026-11-22T20:00:00Z: vacuumed
                    last error: 2026-11-22T21:20:00Z kernel: Out of memory: Killed process 4711 (java)
                New errors since the snapshot before, at 2026-11-22T20:30:00Z: 2
                  2026-11-22T21:20:00Z kernel: Out of memory: Killed process # (java)
                  2026-11-22T21:18:42Z nginx.service: bind() to #:# failed (3 times)
                New errors since the last apply: 1
                  2026-11-22T21:18:42Z nginx.service: bind() to #:# failed (3 times)
                The last apply ended at 2026-11-22T21:00:00Z: 3 applied, 1 failed; see plan/history/2026-11-22T21-00-00Z.yaml
                Next: twin logs new or twin logs show journal
                """, text(SampleLogs.index(), Duration.ofHours(3)));
    }

    @Test
    void a_machine_without_trouble() {
        var quiet = new LogIndex(
                Optional.of(SampleLogs.CAPTURED.toString()),
                Optional.empty(),
                Map.of(
                        "logs.files",
                        SampleLogs.index().plugins().get("logs.files").subList(0, 1)),
                List.of(),
                Optional.empty(),
                Map.of());
        assertEquals("""
                The logs as of 2026-11-22T21:30:00Z
                logs.files
                  syslog           nothing to report
                New errors since the snapshot before: none
                Next: twin logs errors or twin logs show syslog
                """, text(quiet, Duration.ofMinutes(5)));
    }

    @Test
    void a_home_assistant_that_was_restarted() {
        var restarts = List.of(
                new Restart(Restart.Of.CONTAINER, "2026-11-20T07:00:02Z", "inspect"),
                new Restart(Restart.Of.CORE, "2026-11-22T09:14:06Z", "exit-code"));
        var core = new LogReport(
                "ha_core",
                Optional.empty(),
                Optional.empty(),
                Optional.of("home_assistant/core_tail.txt"),
                Optional.empty(),
                LogCounts.NONE,
                List.of(),
                List.of(),
                Optional.of(new LogOrigin("docker", 812)),
                restarts);
        assertEquals("""
                The logs as of 2026-11-22T21:30:00Z
                logs.home_assistant
                  ha_core          nothing to report; read from docker
                    last restart: 2026-11-22T09:14:06Z of the core, by exit-code
                New errors since the snapshot before: none
                Next: twin logs errors or twin logs show ha_core
                """, text(homeAssistant(core), Duration.ZERO));
    }

    @Test
    void where_there_is_no_home_assistant_a_line_says_so_and_nothing_else_does() {
        var none = LogReport.ofNothing("ha_core", "there is no Home Assistant on this machine");
        assertEquals("""
                The logs as of 2026-11-22T21:30:00Z
                logs.home_assistant
                  ha_core          there is no Home Assistant on this machine
                New errors since the snapshot before: none
                Next: twin logs errors
                """, text(homeAssistant(none), Duration.ZERO));
        assertEquals(
                List.of("  logs.home_assistant    there is no Home Assistant on this machine"),
                new LogsSummary(homeAssistant(none)).lines());
    }

    private static LogIndex homeAssistant(LogReport core) {
        return new LogIndex(
                Optional.of(SampleLogs.CAPTURED.toString()),
                Optional.empty(),
                Map.of("logs.home_assistant", List.of(core)),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    @Test
    void of_many_new_errors_the_first_five_are_shown_and_a_long_line_is_cut() {
        var errors = IntStream.range(0, 8)
                .mapToObj(number ->
                        SampleLogs.error("x".repeat(500), "a", "2026-11-22T21:00:0" + number + "Z", 1, "snapshot"))
                .toList();
        var index = new LogIndex(
                Optional.of(SampleLogs.CAPTURED.toString()),
                Optional.empty(),
                Map.of(),
                errors,
                Optional.empty(),
                Map.of());
        var lines = text(index, Duration.ZERO).lines().toList();
        assertTrue(lines.contains("New errors since the snapshot before: 8"), lines::toString);
        assertTrue(lines.contains("  and 3 more"), lines::toString);
        assertTrue(lines.get(2).startsWith("  2026-11-22T21:00:07Z a: xxx"), lines::toString);
        assertEquals(160, lines.get(2).length());
        assertTrue(lines.get(2).endsWith("x…"));
    }
}
