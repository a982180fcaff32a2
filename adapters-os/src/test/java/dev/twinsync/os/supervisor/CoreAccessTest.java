package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to a Home Assistant that has no Supervisor, to a stand-in that listens on this machine. */
class CoreAccessTest {

    private static final String TOKEN = "long-lived-0123456789";

    @TempDir
    private Path home;

    private final List<String> calls = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var body = (known ? "{\"state\":\"RUNNING\"}" : "401: Unauthorized").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private Answer<CoreApi> find(Map<String, String> environment) {
        return new CoreAccess(environment, home, Self.ofThisProcess().uid(), home).find();
    }

    private Map<String, String> environment(String token) {
        return Map.of("HASS_TOKEN", token, "HASS_SERVER", address());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static CoreApi api(Answer<CoreApi> answer) {
        return switch (answer) {
            case Answer.Given<CoreApi>(var api) -> api;
            case Answer.None<CoreApi>(var reason) -> throw new AssertionError(reason);
        };
    }

    private static String reason(Answer<CoreApi> answer) {
        return assertInstanceOf(Answer.None.class, answer).reason();
    }

    @Test
    void a_token_of_the_environment_is_sent_to_the_server_of_the_environment() throws IOException {
        var api = api(find(environment(TOKEN)));
        assertEquals("RUNNING", api.get("config", Patience.LOOK).at("state").text());
        api.post("services/automation/reload", Tree.map().build(), Patience.LOOK);
        assertEquals(List.of("GET /api/config", "POST /api/services/automation/reload"), calls);
    }

    @Test
    void a_token_of_a_file_counts_where_only_its_owner_may_read_it() throws IOException {
        var file = home.resolve(".config/twin/home_assistant_token");
        Files.createDirectories(file.getParent());
        Files.writeString(file, TOKEN + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(reason(find(Map.of())).contains("chmod 600"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var api = api(find(Map.of("HASS_SERVER", address())));
        assertEquals("RUNNING", api.get("config", Patience.LOOK).at("state").text());
    }

    @Test
    void a_token_that_is_not_taken_is_told_with_the_remedy_and_not_shown() {
        var api = api(find(environment("another-token")));
        var told = assertThrows(IOException.class, () -> api.get("config", Patience.LOOK));
        assertTrue(told.getMessage().contains("does not take the token"), told::getMessage);
        assertFalse(told.getMessage().contains("another-token"), told::getMessage);
    }

    @Test
    void nobody_at_the_address_is_told() {
        var api = api(find(environment(TOKEN)));
        server.stop(0);
        var told = assertThrows(IOException.class, () -> api.get("config", Patience.LOOK));
        assertTrue(
                told.getMessage().contains("does not answer")
                        && told.getMessage().contains("HASS_SERVER"),
                told::getMessage);
    }

    @Test
    void no_token_and_no_address_are_told_before_anybody_is_asked() {
        assertTrue(reason(find(Map.of())).contains("home_assistant_token"));
        assertTrue(reason(find(Map.of("HASS_SERVER", "ftp://x/y"))).contains("no address"));
        assertTrue(reason(find(Map.of("HASS_TOKEN", "two words"))).contains("no token"));
        assertEquals(List.of(), calls);
    }
}
