package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.FileSource.Parse;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.Since;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real rsyslog, logrotate and nginx, and what awk, grep and tail say of the same files. */
@Tag("lab")
class LogFilesLabTest {

    private static final Path AUTH = Path.of("/var/log/auth.log");
    private static final Path NGINX = Path.of("/var/log/nginx/error.log");
    private static final LogFiles FILES = new LogFiles(new Self("root", 0), LogBench.REDACTION);

    private static Result.Ended run(String program, String... arguments) {
        return assertInstanceOf(Result.Ended.class, new SystemCommandRunner().run(Command.of(program, arguments)));
    }

    private static String output(String program, String... arguments) {
        var ended = run(program, arguments);
        assertEquals(0, ended.exit(), () -> program + ": " + ended.message());
        return ended.text();
    }

    private static Capture capture() {
        return FILES.capture(LogsConfig.DEFAULT, new Since(Instant.now(), Map.of()));
    }

    private static LogReport report(Capture capture, String name) {
        return capture.reports().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Has rsyslog write each, and waits until it has. */
    private static List<String> log(String word, int from, int to) throws Exception {
        var words = IntStream.range(from, to).mapToObj(i -> word + "-" + i).toList();
        for (String one : words) {
            output("logger", "-p", "auth.err", "-t", "labtest", "--", one);
        }
        await(AUTH, words.getLast() + "\n");
        return words;
    }

    private static void await(Path file, String text) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!Files.exists(file) || !Files.readString(file).contains(text)) {
            assertTrue(Instant.now().isBefore(deadline), () -> file + " does not get " + text);
            Thread.sleep(20);
        }
    }

    private static List<String> fresh(LogBench bench, String word) throws Exception {
        return bench.fresh().stream().filter(one -> one.startsWith(word + "-")).toList();
    }

    @Test
    void nothing_is_lost_and_nothing_counted_twice_when_logrotate_renames_and_packs() throws Exception {
        var bench = new LogBench(AUTH, Parse.AUTH);
        bench.fresh();
        var first = log("once", 0, 20);
        output("logrotate", "-f", "/etc/logrotate.d/rsyslog");
        var second = log("once", 20, 30);
        assertEquals(Stream.concat(first.stream(), second.stream()).toList(), fresh(bench, "once"));

        var third = log("once", 30, 33);
        output("logrotate", "-f", "/etc/logrotate.d/rsyslog");
        var fourth = log("once", 33, 36);
        output("logrotate", "-f", "/etc/logrotate.d/rsyslog");
        var fifth = log("once", 36, 39);
        assertEquals(Stream.of(third, fourth, fifth).flatMap(List::stream).toList(), fresh(bench, "once"));
        assertEquals(List.of(), fresh(bench, "once"));
        assertTrue(Files.exists(Path.of(AUTH + ".2.gz")), "logrotate has packed one");
        assertEquals(
                "39",
                output("sh", "-c", "zgrep -h 'labtest: once-' /var/log/auth.log* | wc -l")
                        .strip());
    }

    @Test
    void nothing_is_lost_and_nothing_counted_twice_when_logrotate_copies_and_empties() throws Exception {
        var log = Path.of("/var/log/lab-copied.log");
        var rules = Files.writeString(
                Path.of("/etc/lab-copied"), log + " {\n  rotate 3\n  copytruncate\n  compress\n  delaycompress\n}\n");
        var bench = new LogBench(log, Parse.SYSLOG);
        append(log, "before");
        assertEquals(List.of("before"), bench.fresh());
        append(log, "then");
        output("logrotate", "-f", rules.toString());
        append(log, "after", "and more", "than there was before");
        assertEquals(List.of("then", "after", "and more", "than there was before"), bench.fresh());
        append(log, "last");
        output("logrotate", "-f", rules.toString());
        assertEquals(0, Files.size(log));
        assertEquals(List.of("last"), bench.fresh());
        append(log, "packed");
        output("logrotate", "-f", rules.toString());
        output("logrotate", "-f", rules.toString());
        append(log, "end");
        assertEquals(List.of("packed", "end"), bench.fresh());
        assertEquals(List.of(), bench.gaps());
    }

    private static void append(Path log, String... words) throws IOException {
        for (String word : words) {
            Files.writeString(
                    log,
                    Instant.now() + " host lab[1]: " + word + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    @Test
    void errors_are_counted_as_awk_counts_them() throws Exception {
        var before = errors(report(capture(), "authlog"));
        log("an error of the lab", 0, 7);
        output("logger", "-p", "auth.warning", "-t", "labtest", "--", "0 errors");
        log("another error in the lab", 0, 1);
        assertEquals(before + 8, errors(report(capture(), "authlog")));
        assertEquals(
                "8",
                output("awk", "/labtest: an(other)? error/ { n++ } END { print n }", AUTH.toString())
                        .strip());
    }

    private static long errors(LogReport report) {
        assertEquals(Optional.empty(), report.unavailable());
        return report.counts().errors().sinceBoot();
    }

    @Test
    void the_last_lines_are_those_that_tail_shows() throws Exception {
        log("shown", 0, 3);
        var lines = report(capture(), "authlog");
        assertEquals(Optional.of("files/authlog_tail.txt"), lines.text());
        var shown = capture().texts().stream()
                .filter(text -> text.path().equals("files/authlog_tail.txt"))
                .findFirst()
                .orElseThrow();
        assertEquals(output("tail", "-n", "200", AUTH.toString()).lines().toList(), shown.lines());
    }

    @Test
    void the_levels_of_nginx_are_those_that_grep_finds() throws Exception {
        var bench = new LogBench(NGINX, Parse.NGINX);
        bench.fresh();
        var before = greps();
        Files.createDirectories(Path.of("/var/www/html/no-index"));
        output("install", "-d", "-m", "0700", "/var/www/html/closed");
        for (String place : List.of("/closed/x", "/closed/y", "/no-index/")) {
            request(place);
        }
        Files.writeString(Path.of("/etc/nginx/conf.d/broken.conf"), "unknown_directive on;\n");
        output("sh", "-c", "kill -HUP $(cat /run/nginx.pid)");
        await(NGINX, "unknown directive \"unknown_directive\"");
        Files.delete(Path.of("/etc/nginx/conf.d/broken.conf"));
        var found = new EnumMap<Severity, Long>(Severity.class);
        bench.read(message -> found.merge(message.severity(), 1L, Long::sum));
        var after = greps();
        for (Severity one : List.of(Severity.CRITICAL, Severity.ERROR, Severity.EMERGENCY)) {
            assertTrue(found.getOrDefault(one, 0L) > 0, () -> "nothing provoked was " + one.word() + ": " + found);
        }
        after.forEach((one, count) -> assertEquals(count - before.get(one), found.getOrDefault(one, 0L), one.word()));
        var errors = after.get(Severity.EMERGENCY) + after.get(Severity.CRITICAL) + after.get(Severity.ERROR);
        assertEquals(
                new Counts(errors, errors),
                report(capture(), "nginx_error").counts().errors());
    }

    private static Map<Severity, Long> greps() {
        var words = Map.of(
                Severity.EMERGENCY, "emerg",
                Severity.CRITICAL, "crit",
                Severity.ERROR, "error",
                Severity.WARNING, "warn",
                Severity.NOTICE, "notice");
        var counts = new EnumMap<Severity, Long>(Severity.class);
        words.forEach((severity, word) -> counts.put(
                severity,
                Long.parseLong(run("grep", "-cF", "[" + word + "]", NGINX.toString())
                        .text()
                        .strip())));
        return counts;
    }

    private static void request(String place) throws IOException {
        try (var socket = new Socket("127.0.0.1", 80)) {
            socket.getOutputStream()
                    .write(("GET " + place + " HTTP/1.0\r\nHost: lab\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
        }
    }

    @Test
    void alice_is_told_which_group_may_read_and_once_she_is_in_it_she_reads() {
        var classes = classesForAlice();
        var advice =
                "you may not read it; add the user to the group adm: sudo usermod -aG adm alice, then log in again";
        assertEquals(List.of("syslog: " + advice, "authlog: " + advice, "nginx_error: " + advice), byAlice(classes));
        output("chmod", "0750", "/var/log/nginx");
        assertEquals(
                "nginx_error: you may not look into /var/log/nginx; add the user to the group adm: sudo usermod -aG adm"
                        + " alice, then log in again",
                byAlice(classes).getLast());
        output("chmod", "0600", AUTH.toString());
        var alone = byAlice(classes);
        assertTrue(alone.get(1).startsWith("authlog: you may not read it: only root may (mode 0600)"), alone::toString);
        output("chmod", "0640", AUTH.toString());
        output("usermod", "-aG", "adm", "alice");
        assertEquals(
                List.of(
                        "syslog: files/syslog_tail.txt",
                        "authlog: files/authlog_tail.txt",
                        "nginx_error: files/nginx_error_tail.txt"),
                byAlice(classes));
        output("gpasswd", "-d", "alice", "adm");
        output("chmod", "0755", "/var/log/nginx");
    }

    private static List<String> byAlice(String classPath) {
        var java = System.getProperty("java.home") + "/bin/java";
        return output("runuser", "-u", "alice", "--", java, "-cp", classPath, CaptureByAlice.class.getName())
                .lines()
                .toList();
    }

    /** The classes of the test where she may read them, wherever its own lie. */
    private static String classesForAlice() {
        var folder = "/var/tmp/lab-alice-logs";
        output("mkdir", "-p", folder);
        var classPath = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            var copy = folder + "/" + classPath.size() + "-" + Path.of(entry).getFileName();
            output("cp", "-rT", "--", entry, copy);
            classPath.add(copy);
        }
        output("chmod", "-R", "a+rX", folder);
        return String.join(":", classPath);
    }

    @Test
    void the_machine_was_started_when_its_init_was_and_not_when_the_host_was() {
        var started = Long.parseLong(
                output("systemctl", "show", "-P", "UserspaceTimestampMonotonic").strip());
        var uptime =
                Long.parseLong(output("sh", "-c", "cut -d. -f1 /proc/uptime").strip());
        var boot = MachineTime.boot(Path.of("/proc"), Instant.now()).orElseThrow();
        var expected = Instant.now().minusSeconds(uptime).plusMillis(started / 1000);
        assertTrue(Duration.between(boot, expected).abs().toSeconds() < 10, () -> boot + " and not about " + expected);
    }
}
