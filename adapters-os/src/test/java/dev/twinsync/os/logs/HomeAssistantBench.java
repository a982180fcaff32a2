package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.HomeAssistantWish;
import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.supervisor.FakeSupervisor;
import dev.twinsync.os.supervisor.SupervisorAccess;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.Since;
import dev.twinsync.port.SimulatedTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine of files below a folder, on which Home Assistant may run in any of its ways. */
final class HomeAssistantBench {

    static final String CORE_ID = "0123456789abcdef".repeat(4);
    static final String SUPERVISOR_ID = "fedcba9876543210".repeat(4);
    static final String ERROR = "2026-11-22 20:00:00.001 ERROR (SyncWorker_3) [homeassistant.components.rest] Timeout";
    static final String WARNING = "2026-11-22 20:10:00.001 WARNING (MainThread) [homeassistant.components.mqtt] Slow";

    private static final String JOURNAL = "journalctl --quiet --no-pager --output=json --output-fields="
            + String.join(",", JournalFields.NAMES) + " --all --reverse --lines=5000 ";

    final Path root;
    final ScriptedCommands commands = new ScriptedCommands();
    final Map<String, String> environment = new HashMap<>();
    private final Self self = Self.ofThisProcess();
    private Map<String, String> marks = Map.of();
    Optional<Path> chosen = Optional.empty();

    HomeAssistantBench(Path root) throws IOException {
        this.root = root.toRealPath();
        write("/etc/passwd", "root:x:0:0::/root:/bin/sh\nhass:x:" + self.uid() + ":0::/srv/hass:/bin/sh\n");
    }

    Path place(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    Path write(String absolute, String text) throws IOException {
        Files.createDirectories(place(absolute).getParent());
        return Files.writeString(place(absolute), text);
    }

    Path configuration(String folder) throws IOException {
        return write(folder + "/configuration.yaml", "default_config:\n").getParent();
    }

    void append(String absolute, String line) throws IOException {
        Files.writeString(place(absolute), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void touch(String absolute, Instant at) throws IOException {
        Files.setLastModifiedTime(place(absolute), FileTime.from(at));
    }

    /** Within an app of a Supervisor. */
    void app(FakeSupervisor supervisor) throws IOException {
        configuration("/homeassistant");
        environment.put("SUPERVISOR_TOKEN", FakeSupervisor.TOKEN);
        environment.put("SUPERVISOR_ENDPOINT", supervisor.address());
    }

    /** In a container of Docker, that was started at seven. */
    void container() throws IOException {
        configuration("/srv/ha");
        docker("\"name\":\"/ha\",\"image\":\"hub.example/home-assistant/home-assistant:stable\"", "/srv/ha");
    }

    private void docker(String what, String folder) throws IOException {
        write("/run/docker.sock", "");
        commands.answer("docker ps", CORE_ID + "\n");
        commands.answer("docker inspect --type container", """
                {"id":"%s",%s,"mounts":[{"Source":"%s","Destination":"/config"}],\
                "running":true,"started":"2026-11-22T07:00:02.5Z"}
                """.formatted(CORE_ID, what, folder));
        commands.answer(inspect("{{json .Created}}"), "\"2026-11-01T00:00:00.1Z\"\n");
        zone("\"TZ=UTC\"");
    }

    /** @param variables as JSON has them in a list */
    void zone(String variables) {
        commands.answer(
                inspect("{\"env\":{{json .Config.Env}},\"mounts\":{{json .Mounts}}}"),
                "{\"env\":[" + variables + "],\"mounts\":null}\n");
    }

    private static String inspect(String format) {
        return "docker inspect --type container --format " + format + " " + CORE_ID;
    }

    void dockerLogs(int exit, String stdout, String stderr) {
        commands.answer("docker logs --timestamps --tail 5000 " + CORE_ID, exit, stdout, stderr);
    }

    /** As a process of the user who runs the test. @param pid of it, and in the files of this machine */
    void process(long pid, String folder) throws IOException {
        configuration(folder);
        var proc = "/proc/" + pid;
        write(proc + "/cmdline", "/srv/venv/bin/hass\0-c\0" + folder + "\0");
        write(proc + "/status", "Name:\tx\nPPid:\t1\nUid:\t" + self.uid() + "\t" + self.uid() + "\n");
        write(proc + "/cgroup", "0::/user.slice/user-1000.slice/session-1.scope\n");
    }

    /** The journal has these lines of a container; the newest comes first, as journalctl tells them. */
    void journal(String name, String... newestFirst) throws IOException {
        write("/etc/machine-id", "0123\n");
        write("/var/log/journal/0123/system.journal", "");
        commands.answer(
                JOURNAL + String.join(" ", JournalOfHomeAssistant.ofContainer(name)),
                String.join("\n", newestFirst) + (newestFirst.length == 0 ? "" : "\n"));
    }

    Capture capture() {
        return capture(Source.AUTO);
    }

    /** The marks are those of the capture before. */
    Capture capture(Source source) {
        var wanted = new LogsConfig(
                LogsConfig.DEFAULT.journal(), LogsConfig.DEFAULT.files(), new HomeAssistantWish(true, 200, source));
        var capture = logs().capture(wanted, new Since(LogBench.NOW, marks));
        marks = capture.marks();
        return capture;
    }

    HomeAssistantLogs logs() {
        var access = new SupervisorAccess(
                environment, place("/home"), place("/usr/bin/ha"), self.uid(), root, commands, new SimulatedTicker());
        return new HomeAssistantLogs(
                commands,
                self,
                LogBench.REDACTION,
                new Installations(root, environment, self, commands),
                access,
                chosen,
                root,
                _ -> LogBench.TIMES);
    }

    static LogReport core(Capture capture) {
        return report(capture, HomeAssistantLogs.CORE);
    }

    static LogReport report(Capture capture, String name) {
        return capture.reports().stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> lines(Capture capture, String path) {
        return capture.texts().stream()
                .filter(text -> text.path().equals("home_assistant/" + path))
                .findFirst()
                .orElseThrow()
                .lines();
    }

    static String unavailable(Capture capture) {
        return core(capture).unavailable().orElse("it was read");
    }
}
