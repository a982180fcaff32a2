package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.logs.JournalWish;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Span;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.Since;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The journal of the lab machine, as the tests write to it and ask it behind twin's back. */
final class JournalLab {

    static final CommandRunner COMMANDS = new SystemCommandRunner();

    /** Sends its input as one datagram, which Java cannot. */
    private static final String DATAGRAM =
            "use Socket; binmode STDIN; local $/; socket(my $s, AF_UNIX, SOCK_DGRAM, 0) or die;"
                    + " connect($s, sockaddr_un('/run/systemd/journal/socket')) or die; send($s, <STDIN>, 0) or die $!;";

    private JournalLab() {}

    static Capture capture(Map<String, String> marks, UnitName... units) {
        var wanted = new LogsConfig(
                new JournalWish(true, 200, new Span("1h"), List.of(units)),
                LogsConfig.DEFAULT.files(),
                LogsConfig.DEFAULT.homeAssistant());
        return new JournalLogs(COMMANDS, Self.ofThisProcess(), LogBench.REDACTION)
                .capture(wanted, new Since(Instant.now(), marks));
    }

    static LogReport report(Capture capture) {
        return capture.reports().getFirst();
    }

    /** The lines of the text of this name that hold these words. */
    static List<String> lines(Capture capture, String path, String words) {
        return capture.texts().stream()
                .filter(text -> text.path().equals(path))
                .flatMap(text -> text.lines().stream())
                .filter(line -> line.contains(words))
                .toList();
    }

    /** One message by the protocol of journald, which allows bytes of any kind, and a field more than once. */
    static void send(Field... fields) {
        var bytes = new ByteArrayOutputStream();
        for (Field field : fields) {
            bytes.writeBytes((field.name + "\n").getBytes(StandardCharsets.UTF_8));
            var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.writeBytes(length.putLong(field.value.length).array());
            bytes.writeBytes(field.value);
            bytes.write('\n');
        }
        must(Command.of("perl", "-e", DATAGRAM).withInput(bytes.toByteArray()));
        settle();
    }

    record Field(String name, byte[] value) {
        Field(String name, String text) {
            this(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static void log(String priority, String tag, String message) {
        must(Command.of("logger", "--size", "10000", "-p", priority, "-t", tag, "--", message));
        settle();
    }

    /** Until everything is written that was sent by now. */
    static void settle() {
        must(Command.of("journalctl", "--sync"));
    }

    static void rotate() {
        must(Command.of("journalctl", "--rotate"));
    }

    /** Everything that is not being written to. */
    static void vacuum() {
        must(Command.of("journalctl", "--vacuum-files=1"));
    }

    static String must(Command command) {
        var ended = assertInstanceOf(Result.Ended.class, COMMANDS.run(command.withLimit(Duration.ofMinutes(2))));
        assertEquals(0, ended.exit(), ended::message);
        return ended.text().strip();
    }
}
