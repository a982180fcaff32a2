package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Answer;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.SimulatedTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way is taken to the Supervisor. */
class SupervisorAccessTest {

    private static final String SECRET = "geheim-0123456789";

    @TempDir
    private Path home;

    private SupervisorAccess access(Map<String, String> environment) {
        return new SupervisorAccess(
                environment,
                home,
                home.resolve("ha"),
                Self.ofThisProcess().uid(),
                home,
                new ScriptedCommands(),
                new SimulatedTicker());
    }

    private Answer<SupervisorApi> find(Map<String, String> environment) {
        return access(environment).find();
    }

    private static String way(Answer<SupervisorApi> answer) {
        return switch (answer) {
            case Answer.Given<SupervisorApi>(var api) -> api.way();
            case Answer.None<SupervisorApi>(var reason) -> reason;
        };
    }

    private Path tokenFile(String content, String rights) throws IOException {
        var folder = home.resolve(".config/twin");
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = Files.writeString(folder.resolve("supervisor_token"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private void command() throws IOException {
        Files.createFile(
                home.resolve("ha"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void an_app_has_a_token_in_its_environment() throws IOException {
        tokenFile(SECRET, "rw-------");
        assertEquals("the Supervisor at http://supervisor", way(find(Map.of("SUPERVISOR_TOKEN", SECRET))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1:81", "http://192.0.2.1:81", "http://192.0.2.1:81/"})
    void the_address_may_be_another(String address) {
        assertEquals(
                "the Supervisor at http://192.0.2.1:81",
                way(find(Map.of("SUPERVISOR_TOKEN", SECRET, "SUPERVISOR_ENDPOINT", address))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:word@host", "http://host/path", "ftp://host", "host name", "http://", "-"})
    void what_is_no_address_is_not_used(String address) {
        var answer = find(Map.of("SUPERVISOR_TOKEN", SECRET, "SUPERVISOR_ENDPOINT", address));
        assertTrue(way(answer).startsWith("SUPERVISOR_ENDPOINT is no address"), way(answer));
    }

    @Test
    void a_file_of_the_user_holds_a_token() throws IOException {
        command();
        tokenFile(SECRET + "\n", "rw-------");
        assertEquals("the Supervisor at http://172.30.32.2", way(find(Map.of())));
        assertEquals(
                "the Supervisor at http://127.0.0.1:8099", way(find(Map.of("SUPERVISOR_ENDPOINT", "127.0.0.1:8099"))));
    }

    @Test
    void a_file_that_others_may_read_is_not_used() throws IOException {
        command();
        tokenFile(SECRET, "rw-r--r--");
        var reason = way(find(Map.of()));
        assertTrue(reason.contains("chmod 600"), reason);
        assertFalse(reason.contains(SECRET));
    }

    @Test
    void a_file_with_other_things_is_not_used() throws IOException {
        tokenFile(SECRET + " and more", "rw-------");
        var reason = way(find(Map.of()));
        assertTrue(reason.contains("holds no token"), reason);
        assertFalse(reason.contains(SECRET));
    }

    @Test
    void a_link_to_another_file_is_not_followed() throws IOException {
        var elsewhere = Files.writeString(home.resolve("elsewhere"), SECRET);
        Files.delete(tokenFile("x", "rw-------"));
        Files.createSymbolicLink(home.resolve(".config/twin/supervisor_token"), elsewhere);
        assertTrue(way(find(Map.of())).contains("no plain file"));
    }

    @Test
    void the_command_is_the_last_way() throws IOException {
        command();
        assertEquals("the Supervisor by the command ha", way(find(Map.of())));
        assertEquals("the Supervisor by the command ha", way(find(Map.of("SUPERVISOR_TOKEN", ""))));
    }

    @Test
    void where_there_is_nothing_there_is_a_sentence() {
        var none = find(Map.of());
        assertInstanceOf(Answer.None.class, none);
        assertTrue(way(none).contains("there is no way to a Supervisor"));
    }

    @Test
    void a_token_in_the_environment_is_in_no_words() {
        var reason = way(find(Map.of("SUPERVISOR_TOKEN", "two words " + SECRET)));
        assertFalse(reason.contains(SECRET));
        var found = find(Map.of("SUPERVISOR_TOKEN", SECRET));
        assertFalse(found.toString().contains(SECRET), found.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whether_home_assistant_may_be_spoken_to_is_asked_once(boolean mayNot) {
        try (var fake = new FakeSupervisor()) {
            fake.switches().noCoreApi = mayNot;
            var access =
                    access(Map.of("SUPERVISOR_TOKEN", FakeSupervisor.TOKEN, "SUPERVISOR_ENDPOINT", fake.address()));
            for (int time = 0; time < 2; time++) {
                var api = assertInstanceOf(Answer.Given.class, access.find()).value();
                assertEquals(mayNot, ((SupervisorApi) api).whyNoCore().isPresent());
            }
            assertEquals(List.of("GET core/api/config"), fake.calls());
        }
    }
}
