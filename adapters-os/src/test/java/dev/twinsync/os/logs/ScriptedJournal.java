package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.JournalWish;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Span;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A machine that has been up for a day, and whose journalctl and systemctl say what a test says. */
final class ScriptedJournal {

    static final String POSITION = "journalctl --quiet --no-pager --output=json --output-fields=_BOOT_ID";
    static final String MESSAGES =
            "journalctl --quiet --no-pager --output=json --output-fields=" + String.join(",", JournalFields.NAMES);
    static final String NEWEST = POSITION + " --lines=1";
    static final String GRAVE = MESSAGES + " --boot --lines=20000 --priority=warning";
    static final String AT_THE_DOOR = MESSAGES + " --boot --lines=20000 SYSLOG_FACILITY=4 SYSLOG_FACILITY=10";
    static final String TAIL = MESSAGES + " --all --reverse --lines=200";
    static final String ERRORS = MESSAGES + " --all --reverse --lines=200 --boot --priority=err";
    static final String FAILED = "systemctl list-units";

    final ScriptedCommands commands = new ScriptedCommands();
    private final Path root;

    ScriptedJournal(Path root) throws IOException {
        this.root = root;
        write("etc/machine-id", "0123\n");
        write("var/log/journal/0123/system.journal", "");
        write("proc/sys/kernel/random/boot_id", Cursors.A + "\n");
        write("proc/uptime", "86400.00 2443.36\n");
        Stream.of(NEWEST, GRAVE, AT_THE_DOOR, TAIL, ERRORS, FAILED).forEach(line -> says(line));
    }

    private void write(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    ScriptedJournal says(String question, String... lines) {
        commands.answer(question, Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining()));
        return this;
    }

    ScriptedJournal ends(String question, Result result) {
        commands.answer(question, result);
        return this;
    }

    static String at(JournalCursor mark) {
        return POSITION + " --cursor=" + mark.text() + " --lines=1";
    }

    /** It was switched on ten minutes ago. */
    ScriptedJournal isYoung() throws IOException {
        write("proc/uptime", "600.00 24.36\n");
        return this;
    }

    static String line(JournalCursor cursor, int priority, String message) {
        return "{\"PRIORITY\":\"%d\",\"MESSAGE\":\"%s\",\"_SYSTEMD_UNIT\":\"a.service\",\"_PID\":\"7\",\"__CURSOR\":\"%s\"}"
                .formatted(priority, message, cursor.text());
    }

    Capture capture() {
        return capture(Map.of());
    }

    Capture capture(JournalCursor mark) {
        return capture(Map.of(JournalLogs.MARK, mark.text()));
    }

    Capture capture(Map<String, String> marks) {
        return capture(marks, LogsConfig.DEFAULT);
    }

    Capture capture(Map<String, String> marks, LogsConfig wanted) {
        return new JournalLogs(commands, new Self("root", 0), LogBench.REDACTION, root)
                .capture(wanted, new Since(Cursors.NOW, marks));
    }

    static LogsConfig wanted(boolean enabled, UnitName... units) {
        return new LogsConfig(
                new JournalWish(enabled, 200, new Span("30m"), List.of(units)),
                LogsConfig.DEFAULT.files(),
                LogsConfig.DEFAULT.homeAssistant());
    }

    static Optional<String> unavailable(Capture capture) {
        return capture.reports().getFirst().unavailable();
    }
}
