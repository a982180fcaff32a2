package dev.twinsync.os.remotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.port.CodeHost.Created;
import dev.twinsync.port.CodeHost.Visibility;
import dev.twinsync.port.RemoteAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub's interface as a server of this machine plays it, and gh as a program that answers what it is told to. */
class GitHubTest {

    private static final String TOKEN = "token-of-the-test";
    private static final RemoteAddress DEVICE = new RemoteAddress("https://github.example/alice/device.git");

    @TempDir
    Path home;

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(question + " " + body);
            boolean isKnown =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = answers.get(question);
            int status = isKnown ? answer == null ? 404 : 200 : 401;
            var bytes = (status == 200 ? answer : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** @param token in the environment; empty for none */
    private GitHub github(CommandRunner gh, String token) {
        var environment = Map.of("TWIN_GIT_TOKEN", token);
        return new GitHub(
                "github.example",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                gh,
                new GitWorld(environment, home, false),
                new GitToken(environment, home, Self.ofThisProcess().uid(), home),
                false);
    }

    private static CommandRunner noGh() {
        return command -> new CommandRunner.Result.NoSuchProgram(command.program());
    }

    private CommandRunner gh(String answer) {
        return command -> {
            asked.add(String.join(" ", command.arguments()));
            boolean isAuth = command.arguments().getFirst().equals("auth");
            return new CommandRunner.Result.Ended(
                    0, (isAuth ? "" : answer).getBytes(StandardCharsets.UTF_8), new byte[0]);
        };
    }

    @Test
    void who_may_see_it_is_asked_with_the_token() {
        answers.put("GET /repos/alice/device", "{\"private\": true}");
        assertInstanceOf(Visibility.Private.class, github(noGh(), TOKEN).visibility(DEVICE));
        answers.put("GET /repos/alice/device", "{\"private\": false}");
        assertInstanceOf(Visibility.Public.class, github(noGh(), TOKEN).visibility(DEVICE));
        assertInstanceOf(
                Visibility.Public.class,
                github(noGh(), TOKEN).visibility(new RemoteAddress("git@github.example:alice/device.git")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"private\": null}", "{\"private\": \"yes\"}"})
    void what_does_not_say_private_is_taken_for_public(String answer) {
        answers.put("GET /repos/alice/device", answer);
        assertInstanceOf(Visibility.Public.class, github(noGh(), TOKEN).visibility(DEVICE));
    }

    @Test
    void what_is_not_known_is_said_and_names_no_token() {
        assertInstanceOf(Visibility.Unknown.class, github(noGh(), "").visibility(DEVICE));
        assertEquals(List.of(), asked);
        var wrong = assertInstanceOf(
                Visibility.Unknown.class, github(noGh(), "wrong").visibility(DEVICE));
        assertTrue(wrong.reason().contains("401"), wrong.reason());
        assertFalse(wrong.reason().contains("wrong"), wrong.reason());
        assertInstanceOf(Visibility.Unknown.class, github(noGh(), TOKEN).visibility(DEVICE));
    }

    @Test
    void another_host_is_not_asked() {
        var elsewhere = new RemoteAddress("https://git.example/alice/device.git");
        assertInstanceOf(Visibility.NotKept.class, github(noGh(), TOKEN).visibility(elsewhere));
        assertInstanceOf(Visibility.NotKept.class, github(noGh(), TOKEN).visibility(new RemoteAddress("/srv/x.git")));
        assertEquals(List.of(), asked);
    }

    @Test
    void a_new_one_is_private_and_read_back() {
        answers.put("POST /user/repos", "{\"full_name\": \"alice/device\", \"private\": true}");
        answers.put("GET /repos/alice/device", "{\"private\": true, \"clone_url\": \"" + DEVICE + "\"}");
        var made = assertInstanceOf(Created.Made.class, github(noGh(), TOKEN).create("device"));
        assertEquals(DEVICE, made.address());
        assertEquals(2, asked.size());
        assertTrue(asked.getFirst().contains("\"private\":true"), asked::toString);
    }

    @Test
    void a_new_one_that_is_not_private_is_not_used() {
        answers.put("POST /user/repos", "{\"full_name\": \"alice/device\", \"private\": true}");
        answers.put("GET /repos/alice/device", "{\"private\": false, \"clone_url\": \"" + DEVICE + "\"}");
        var failed =
                assertInstanceOf(Created.Failed.class, github(noGh(), TOKEN).create("device"));
        assertTrue(failed.sentence().contains("not private"), failed.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "a/b", "a b", "../x", ".git"})
    void a_name_that_is_none_is_not_asked_for(String name) {
        assertInstanceOf(Created.Failed.class, github(noGh(), TOKEN).create(name));
        assertEquals(List.of(), asked);
    }

    @Test
    void gh_is_asked_where_it_is_logged_in() {
        var github = github(
                gh("{\"private\": true, \"full_name\": \"alice/device\", \"clone_url\": \"" + DEVICE + "\"}"), "");
        assertInstanceOf(Visibility.Private.class, github.visibility(DEVICE));
        assertEquals("api --hostname github.example repos/alice/device", asked.getLast());
        assertInstanceOf(Created.Made.class, github.create("device"));
        assertTrue(asked.contains("api --hostname github.example --method POST --input - user/repos"), asked::toString);
    }
}
