package dev.twinsync.os.supervisor;

import static dev.twinsync.os.supervisor.HostBench.SSH;
import static dev.twinsync.os.supervisor.HostBench.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import dev.twinsync.os.Answer;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Supervisor that is another process, and that may be killed: with the token in a file, and real time. */
class SupervisorProcessTest {

    private static final String SECRET = "token-of-a-process-0123";

    @TempDir
    private Path home;

    private Process process;
    private String address;

    @BeforeEach
    void begin() throws IOException {
        var folder = Files.createDirectories(
                home.resolve(".config/twin"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var token = Files.writeString(folder.resolve("supervisor_token"), SECRET + "\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        Files.createDirectory(home.resolve("config"));
        Files.writeString(configuration(), "homeassistant:\n");
        start(0);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private Path configuration() {
        return home.resolve("config/configuration.yaml");
    }

    /** It says where it listens. */
    private void start(int port) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeSupervisor.class.getName(),
                        "--port",
                        String.valueOf(port),
                        "--token-file",
                        home.resolve(".config/twin/supervisor_token").toString(),
                        "--config",
                        home.resolve("config").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        address = words.readLine().replace("listening on ", "");
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private SupervisorAccess access() {
        return new SupervisorAccess(
                Map.of("SUPERVISOR_ENDPOINT", address),
                home,
                home.resolve("ha"),
                Self.ofThisProcess().uid(),
                home,
                new ScriptedCommands(),
                new SystemTicker());
    }

    private SupervisorApi api() {
        return switch (access().find()) {
            case Answer.Given<SupervisorApi>(var api) -> api;
            case Answer.None<SupervisorApi>(var reason) -> throw new AssertionError(reason);
        };
    }

    private void set(String name, String value) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/_control/" + name))
                    .POST(HttpRequest.BodyPublishers.ofString(value))
                    .build();
            assertEquals(
                    200,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    private Attempt apply(SupervisorAction action) {
        return new SupervisedHost(access()).apply(List.of(action), Progress.SILENT);
    }

    @Test
    void the_token_of_the_file_opens_it() {
        var seen = assertInstanceOf(Observation.Seen.class, new SupervisedHost(access()).observe(Scope.everything()));
        assertFalse(seen.live().isEmpty());
        assertEquals(new Attempt.Ran(), apply(new InstallAddon(SSH)));
    }

    @Test
    void its_check_reads_the_real_configuration() throws IOException {
        api().post("core/check", Patience.CONTAINER);
        Files.writeString(configuration(), "light: [\n");
        var no = assertThrows(NoAnswer.class, () -> api().post("core/check", Patience.CONTAINER));
        var refused = assertInstanceOf(Fault.Refused.class, no.fault());
        assertTrue(refused.message().contains("/config/configuration.yaml"), refused::message);
        assertFalse(no.getMessage().contains(SECRET));
        Files.delete(configuration());
        assertThrows(NoAnswer.class, () -> api().post("core/check", Patience.CONTAINER));
    }

    @Test
    void it_is_steered_from_outside() throws IOException, InterruptedException {
        set("failCheck", "told to fail");
        assertThrows(NoAnswer.class, () -> api().post("core/check", Patience.CONTAINER));
        set("supervisorLatest", "2026.08.1");
        set("next", "DROP_AFTERWARDS POST supervisor/update");
        assertEquals(new Attempt.Ran(), apply(new UpdateSupervisor(version("2026.08.1"))));
    }

    /** With a connection that ends in the middle, and one that is refused for a while. */
    @Test
    void a_look_waits_for_a_supervisor_that_is_killed_and_started_anew() throws Exception {
        set("slow", "60000");
        var look = CompletableFuture.supplyAsync(() -> {
            try {
                return new Jobs(api(), new SystemTicker())
                        .once(() -> api().get("core/info", Patience.LOOK))
                        .at("version")
                        .text();
            } catch (NoAnswer no) {
                return no.getMessage();
            }
        });
        Thread.sleep(500);
        kill();
        Thread.sleep(500);
        start(Integer.parseInt(address.replaceFirst(".*:", "")));
        assertEquals("2026.8.1", look.get(60, TimeUnit.SECONDS));
    }

    /** The one that comes back knows no job any more, and nothing was installed. */
    @Test
    void an_installation_that_dies_with_its_supervisor_is_not_believed() throws Exception {
        set("step", "0");
        var attempt = CompletableFuture.supplyAsync(() -> apply(new InstallAddon(SSH)));
        Thread.sleep(2500);
        kill();
        start(Integer.parseInt(address.replaceFirst(".*:", "")));
        var refused = assertInstanceOf(Attempt.Refused.class, attempt.get(60, TimeUnit.SECONDS));
        assertTrue(refused.reason().contains("core_ssh is not there after its installation"), refused::reason);
        assertEquals(new Attempt.Ran(), apply(new InstallAddon(SSH)), "the next run carries it out");
    }
}
