package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.os.homeassistant.Installation.Alone;
import dev.twinsync.os.homeassistant.Installation.Contained;
import dev.twinsync.os.homeassistant.Installation.Supervised;
import dev.twinsync.os.supervisor.FakeSupervisor;
import dev.twinsync.os.supervisor.SupervisorApi;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root, real units, a real engine, and stand-ins for the program of Home Assistant that check as it does. */
@Tag("lab")
class HomeAssistantLabTest {

    private static final SystemCommandRunner COMMANDS = new SystemCommandRunner();
    private static final String USER = "hassuser";
    private static final String UNIT = "home-assistant@" + USER + ".service";

    /** Obeys the sheet: first what it tests, a status that counts, and no word of what is secret. */
    private static final String CHECK = """
            #!/bin/sh
            dir=/config
            previous=
            for word in "$@"; do
              [ "$previous" = -c ] && dir=$word
              previous=$word
            done
            case "$*" in *check_config*)
              echo "Testing configuration at $dir"
              id -u > "$dir/checked_by"
              if grep -q broken "$dir"/*.yaml; then echo "Failed config"; exit 1; fi
              exit 0 ;;
            esac
            trap 'exit 0' TERM
            while :; do sleep 1; done
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> wishes = new HashMap<>();
    private Answer<SupervisorApi> supervisor = new Answer.None<>("no way to a Supervisor");

    @BeforeEach
    @AfterEach
    void clear() throws IOException {
        run("systemctl", "stop", UNIT);
        Files.deleteIfExists(Path.of("/etc/systemd/system/home-assistant@.service"));
        run("systemctl", "daemon-reload");
        run("rm", "-rf", "/srv/ha", "/srv/hassuser", "/srv/ha-config", "/mnt/data/supervisor");
        run("docker", "rm", "-f", "ha");
        run("podman", "rm", "-f", "ha");
        Files.deleteIfExists(Path.of("/etc/systemd/system/multi-user.target.wants/" + UNIT));
        run("userdel", USER);
    }

    private static Result.Ended run(String program, String... arguments) {
        return assertInstanceOf(
                Result.Ended.class,
                COMMANDS.run(Command.of(program, List.of(arguments)).withLimit(Duration.ofMinutes(2))));
    }

    private static String must(String program, String... arguments) {
        var ended = run(program, arguments);
        assertEquals(0, ended.exit(), ended::message);
        return ended.text().strip();
    }

    private HomeAssistantFolder files() {
        var self = Self.ofThisProcess();
        var installations = new Installations(Path.of("/"), Map.of(), self, COMMANDS);
        var reach = new Reach(
                Path.of("/"),
                self,
                COMMANDS,
                () -> supervisor,
                () -> new Answer.None<>("no token"),
                new SystemTicker());
        return new HomeAssistantFolder(
                reach,
                () -> installations.one(Optional.empty()),
                path -> new ByteArrayInputStream(wishes.get(path.text()).getBytes(StandardCharsets.UTF_8)),
                new KeptContent(folder.resolve("backup")),
                folder.resolve("repository"),
                folder.resolve("state"));
    }

    private Installation found() {
        var found = new Installations(Path.of("/"), Map.of(), Self.ofThisProcess(), COMMANDS).one(Optional.empty());
        return switch (found) {
            case Answer.Given<Installation>(var installation) -> installation;
            case Answer.None<Installation>(var reason) -> throw new AssertionError(reason);
        };
    }

    private SyncConfigFile sync(String path, String text) {
        var file = new ConfigPath(path);
        wishes.put(file.twinPath().text(), text);
        return new SyncConfigFile(file, file.twinPath(), Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Attempt apply(ConfigFileAction... actions) {
        return files().apply(List.of(actions), Progress.SILENT);
    }

    /** Writes, makes a folder, is taken back where it is broken, and never exchanges the folder itself. */
    private void changesAndTakesBack(Path config) throws IOException {
        var inode = Files.getAttribute(config, "unix:ino");
        assertEquals(
                new Attempt.Ran(), apply(sync("automations.yaml", "- id: a\n"), sync("packages/new.yaml", "x:\n")));
        assertEquals("- id: a\n", Files.readString(config.resolve("automations.yaml")));

        var taken = assertInstanceOf(
                Attempt.TakenBack.class, apply(sync("automations.yaml", "broken\n"), sync("b.yaml", "x:\n")));
        assertTrue(taken.why().contains("sound again"), taken::why);
        assertEquals("- id: a\n", Files.readString(config.resolve("automations.yaml")));
        assertFalse(Files.exists(config.resolve("b.yaml")));
        assertEquals(inode, Files.getAttribute(config, "unix:ino"));
        assertFalse(Files.exists(folder.resolve("state/pending")));
    }

    private static void configuration(Path config) throws IOException {
        Files.createDirectories(config);
        Files.writeString(config.resolve("configuration.yaml"), "default_config:\n");
        Files.writeString(config.resolve("automations.yaml"), "[]\n");
    }

    private static void executable(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, CHECK);
        must("chmod", "755", file.toString());
    }

    private static Path unitOfUser() throws IOException {
        must("useradd", "--system", "--home-dir", "/srv/hassuser", "--user-group", USER);
        executable(Path.of("/srv/ha/bin/hass"));
        var config = Path.of("/srv/hassuser/.homeassistant");
        configuration(config);
        must("chown", "-R", USER + ":" + USER, "/srv/hassuser");
        Files.writeString(
                Path.of("/etc/systemd/system/home-assistant@.service"),
                "[Service]\nUser=%i\nExecStart=/srv/ha/bin/hass -c /srv/hassuser/.homeassistant\n");
        must("systemctl", "daemon-reload");
        must("systemctl", "start", UNIT);
        // only an enabled one is known by the files
        run("systemctl", "add-wants", "multi-user.target", UNIT);
        return config;
    }

    @Test
    void a_unit_of_another_user_is_checked_as_that_user_and_its_files_stay_that_users() throws IOException {
        var config = unitOfUser();
        var alone = assertInstanceOf(Alone.class, found());
        assertEquals(config, alone.folder());
        assertEquals(List.of("/srv/ha/bin/hass"), alone.program());

        changesAndTakesBack(config);
        for (String path : List.of("automations.yaml", "packages", "packages/new.yaml")) {
            assertEquals(USER, Files.getOwner(config.resolve(path)).getName(), path);
        }
        assertEquals(
                must("id", "-u", USER),
                Files.readString(config.resolve("checked_by")).strip());
    }

    @Test
    void a_unit_is_restarted_and_looked_at() throws IOException {
        unitOfUser();
        var before = must("systemctl", "show", "--property=InvocationID", UNIT);
        assertEquals(new Attempt.Ran(), apply(new Restart()));
        assertNotEquals(before, must("systemctl", "show", "--property=InvocationID", UNIT));

        Files.writeString(Path.of("/srv/hassuser/.homeassistant/x.yaml"), "broken\n");
        var running = must("systemctl", "show", "--property=InvocationID", UNIT);
        assertInstanceOf(Attempt.Refused.class, apply(new Restart()));
        assertEquals(running, must("systemctl", "show", "--property=InvocationID", UNIT));
    }

    private Path container() throws IOException {
        return container("docker", "toy:1");
    }

    private Path container(String engine, String toy) throws IOException {
        must("systemctl", "start", "docker");
        var config = Path.of("/srv/ha-config");
        configuration(config);
        var image = Files.createDirectories(folder.resolve("image"));
        executable(image.resolve("python3"));
        if (run(engine, "image", "inspect", toy).exit() != 0) {
            must(engine, "build", "-q", "-t", "toy:1", "/srv/lab-image");
        }
        Files.writeString(
                image.resolve("Dockerfile"),
                "FROM " + toy + "\nCOPY python3 /bin/python3\nENTRYPOINT [\"/bin/python3\"]\n");
        must(engine, "build", "-q", "-t", "example/home-assistant:stable", image.toString());
        must(engine, "run", "-d", "--name", "ha", "-v", config + ":/config", "example/home-assistant:stable");
        return config;
    }

    @Test
    void a_container_checks_what_it_has_mounted() throws IOException {
        var config = container();
        assertEquals(config, assertInstanceOf(Contained.class, found()).folder());
        changesAndTakesBack(config);
    }

    @Test
    void a_container_of_podman_does_so_too() throws IOException {
        Files.writeString(Path.of("/etc/containers/containers.conf"), "[containers]\npids_limit = 0\n");
        var config = container("podman", "localhost/toy:1");
        assertEquals(
                "podman", assertInstanceOf(Contained.class, found()).container().program());
        changesAndTakesBack(config);
        var before = must("podman", "inspect", "-f", "{{.State.StartedAt}}", "ha");
        assertEquals(new Attempt.Ran(), apply(new Restart()));
        assertNotEquals(before, must("podman", "inspect", "-f", "{{.State.StartedAt}}", "ha"));
    }

    @Test
    void a_container_is_restarted_and_looked_at() throws IOException {
        container();
        var before = must("docker", "inspect", "-f", "{{.State.StartedAt}}", "ha");
        assertEquals(new Attempt.Ran(), apply(new Restart()));
        assertNotEquals(before, must("docker", "inspect", "-f", "{{.State.StartedAt}}", "ha"));
    }

    @Test
    void a_container_that_does_not_run_is_not_changed() throws IOException {
        var config = container();
        must("docker", "stop", "-t", "1", "ha");
        var refused = assertInstanceOf(Attempt.Refused.class, apply(sync("automations.yaml", "- id: a\n")));
        assertTrue(refused.reason().contains("docker start ha"), refused::reason);
        assertEquals("[]\n", Files.readString(config.resolve("automations.yaml")));
    }

    @Test
    void the_folder_of_a_supervisor_is_checked_by_it() throws IOException {
        var config = Path.of("/mnt/data/supervisor/homeassistant");
        configuration(config);
        assertEquals(config, assertInstanceOf(Supervised.class, found()).folder());
        try (var fake = new FakeSupervisor(0, FakeSupervisor.TOKEN, Optional.of(config))) {
            supervisor = new Answer.Given<>(fake.api());
            assertEquals(new Attempt.Ran(), apply(sync("automations.yaml", "- id: a\n")));
            assertInstanceOf(Attempt.TakenBack.class, apply(sync("automations.yaml", "- id: [\n")));
            assertEquals("- id: a\n", Files.readString(config.resolve("automations.yaml")));
            assertEquals(new Attempt.Ran(), apply(new Restart()));
        }
    }
}
