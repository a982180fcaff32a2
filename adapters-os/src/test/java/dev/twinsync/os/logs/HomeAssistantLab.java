package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.logs.HomeAssistantWish;
import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.os.Command;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.supervisor.SupervisorAccess;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stand-ins for Home Assistant in real containers of the lab machine: they say what they are told to say. */
final class HomeAssistantLab {

    static final Path FOLDER = Path.of("/srv/lab-home-assistant");
    private static final String IMAGE = "localhost/home-assistant:lab";

    private final ContainerEngine engine;
    private Map<String, String> marks = Map.of();

    HomeAssistantLab(ContainerEngine engine) {
        this.engine = engine;
    }

    static HomeAssistantLogs logs() {
        return new HomeAssistantLogs(
                JournalLab.COMMANDS,
                Self.ofThisProcess(),
                LogBench.REDACTION,
                Installations.ofThisMachine(JournalLab.COMMANDS),
                SupervisorAccess.ofThisProcess(),
                Optional.empty());
    }

    /** The marks are those of the capture before. */
    Capture capture(Source source) {
        var wanted = new LogsConfig(
                LogsConfig.DEFAULT.journal(), LogsConfig.DEFAULT.files(), new HomeAssistantWish(true, 200, source));
        var capture = logs().capture(wanted, new Since(Instant.now(), marks));
        marks = capture.marks();
        return capture;
    }

    static LogReport core(Capture capture) {
        return HomeAssistantBench.core(capture);
    }

    void setUp() throws IOException {
        if (engine == ContainerEngine.DOCKER) {
            JournalLab.must(Command.of("systemctl", "start", "docker"));
        } else {
            Files.writeString(Path.of("/etc/containers/containers.conf"), "[containers]\npids_limit = 0\n");
        }
        run("build", "-q", "-t", IMAGE, "/srv/lab-image");
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("configuration.yaml"), "default_config:\n");
    }

    /** Nothing is left of it but the image: others may stand on the same one. */
    void clear() {
        run("ps", "-aq").lines().forEach(id -> run("rm", "-f", id));
        JournalLab.must(Command.of("rm", "-rf", FOLDER.toString()));
    }

    /** A container that says what comes out of a pipe in its folder: first to standard error, what is marked so to standard output. */
    void start(String name, String... options) throws IOException {
        var pipe = folder(name).resolve("pipe");
        Files.createDirectories(pipe.getParent());
        JournalLab.must(Command.of("rm", "-f", pipe.toString()));
        JournalLab.must(Command.of("mkfifo", pipe.toString()));
        var arguments = new ArrayList<>(List.of("run", "-d", "--name", name));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "-v",
                pipe.getParent() + ":/pipe",
                IMAGE,
                "/bin/sh",
                "-c",
                "while true; do while read -r line; do case $line in \\[*) echo \"$line\";; *) echo \"$line\" >&2;; esac;"
                        + " done </pipe/pipe; done"));
        run(arguments.toArray(String[]::new));
    }

    private static Path folder(String name) {
        return Path.of(FOLDER + "-" + name);
    }

    void say(String name, String... lines) throws IOException {
        Files.writeString(folder(name).resolve("pipe"), String.join("\n", lines) + "\n");
        await(() -> said(name).contains(lines[lines.length - 1]));
    }

    private String said(String name) {
        var ended = JournalLab.COMMANDS.run(Command.of(engine.word(), "logs", name));
        return ended instanceof dev.twinsync.os.CommandRunner.Result.Ended end ? end.text() + end.message() : "";
    }

    /** What has to become true by itself. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void await(Condition condition) throws IOException {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.holds()) {
            assertTrue(Instant.now().isBefore(deadline), "it does not happen");
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }

    String run(String... arguments) {
        return JournalLab.must(Command.of(engine.word(), List.of(arguments)));
    }
}
