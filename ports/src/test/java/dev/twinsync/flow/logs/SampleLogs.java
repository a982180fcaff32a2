package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.AuthFailures;
import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.TwinRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine on which nginx does not come up and somebody tries passwords, as the repository knows it. */
public final class SampleLogs {

    public static final Instant CAPTURED = Instant.parse("2026-11-22T21:30:00Z");

    public static final String JOURNAL = """
            2026-11-22T20:10:00Z info systemd[1]: Starting nginx.service
            2026-11-22T21:18:42Z error nginx.service[1717]: bind() to 0.0.0.0:80 failed (98: Address already in use)
            2026-11-22T21:18:43Z warning nginx.service[1717]: still could not bind()
            2026-11-22T21:20:00Z critical kernel: Out of memory: Killed process 4711 (java)
            """;

    public static final String SYSLOG = """
            Nov 22 20:00:00 host cron[1]: (root) CMD (run-parts)
            Nov 22 21:00:00 host php[2]: PHP Fatal error: x
              thrown in /srv/x.php
            Nov 22 21:25:00 host cron[3]: (root) CMD (run-parts)
            """;

    private static final AuthFailures AUTH = new AuthFailures(
            new Counts(7, 42),
            List.of(
                    new AuthFailures.Group("sshd", "root", "203.0.113.9", new Counts(5, 30)),
                    new AuthFailures.Group("sshd", "admin", "203.0.113.9", new Counts(1, 6)),
                    new AuthFailures.Group("sudo", "alice", "local", new Counts(1, 4)),
                    new AuthFailures.Group("su", "bob", "local", new Counts(0, 1))),
            1);

    private SampleLogs() {}

    public static LogIndex index() {
        return new LogIndex(
                Optional.of(CAPTURED.toString()),
                Optional.of("2026-11-22T20:30:00Z"),
                Map.of("logs.systemd_journal", List.of(journal()), "logs.files", List.of(syslog(), authlog(), nginx())),
                List.of(
                        error("bind() to #:# failed", "nginx.service", "2026-11-22T21:18:42Z", 3, "snapshot", "apply"),
                        error(
                                "Out of memory: Killed process # (java)",
                                "kernel",
                                "2026-11-22T21:20:00Z",
                                1,
                                "snapshot"),
                        error("PHP Fatal error: x", "php", "2026-11-21T09:00:00Z", 12)),
                Optional.of(new LogIndex.LastApply(
                        "plan/history/2026-11-22T21-00-00Z.yaml",
                        "2026-11-22T21:00:00Z",
                        3,
                        1,
                        Map.of("applied", 3L, "failed", 1L))),
                Map.of());
    }

    private static LogReport journal() {
        return new LogReport(
                "journal",
                Optional.empty(),
                Optional.of("systemd/journal_tail.txt"),
                Optional.of("2026-11-22T20:00:00Z"),
                new LogCounts(
                        new Counts(2, 2),
                        new Counts(1, 1),
                        Map.of(),
                        List.of("kernel"),
                        AuthFailures.NONE,
                        Optional.of(new LogCounts.LastError(
                                Optional.of("2026-11-22T21:20:00Z"),
                                "kernel",
                                "Out of memory: Killed process 4711 (java)"))),
                List.of("nginx.service"),
                List.of(new LogGap(
                        Optional.of("2026-11-22T19:00:00Z"), Optional.of("2026-11-22T20:00:00Z"), "vacuumed")));
    }

    private static LogReport syslog() {
        return quiet("syslog", "files/syslog_tail.txt");
    }

    private static LogReport authlog() {
        return new LogReport(
                "authlog",
                Optional.empty(),
                Optional.of("files/authlog_tail.txt"),
                Optional.empty(),
                new LogCounts(Counts.NONE, Counts.NONE, Map.of(), List.of(), AUTH, Optional.empty()),
                List.of(),
                List.of());
    }

    private static LogReport nginx() {
        return LogReport.unread("nginx_error", "may not be read; add yourself to the group adm");
    }

    private static LogReport quiet(String name, String text) {
        return new LogReport(
                name, Optional.empty(), Optional.of(text), Optional.empty(), LogCounts.NONE, List.of(), List.of());
    }

    public static ErrorSignature error(String text, String unit, String lastSeen, long count, String... newSince) {
        return new ErrorSignature(text, "error", unit, "2026-11-20T00:00:00Z", lastSeen, count, List.of(newSince));
    }

    /** Writes the index and the texts of two logs, and those of a capture before. */
    public static void into(TwinRepo repo) throws IOException {
        repo.write(Layout.logIndex(), index());
        store(repo, "logs/current/systemd/journal_tail.txt", JOURNAL);
        store(
                repo,
                "logs/current/systemd/errors_last_boot.txt",
                "2026-11-21T09:00:00Z error php: PHP Fatal error: x\n");
        store(repo, "logs/current/files/syslog_tail.txt", SYSLOG);
        store(repo, "logs/2026-11-22T20-30-00Z/files/syslog_tail.txt", "Nov 22 20:00:00 host php[2]: PHP old\n");
    }

    public static void store(TwinRepo repo, String path, String text) throws IOException {
        repo.store(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
