package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.supervisor.FakeSwitches.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a Supervisor says no, and every way in which it says nothing. */
class SupervisorFaultsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeSupervisor fake = new FakeSupervisor();
    private final SupervisorApi api = fake.api();

    @AfterEach
    void end() {
        fake.close();
    }

    /** What came instead of an answer; the sentence is one, and holds no token. */
    private static <F extends Fault> F fault(Class<F> kind, Executable call) {
        var no = assertThrows(NoAnswer.class, call);
        assertFalse(no.toString().contains(FakeSupervisor.TOKEN), no.toString());
        assertFalse(no.getMessage().contains("\n"), no.getMessage());
        return assertInstanceOf(kind, no.fault(), no.getMessage());
    }

    private Executable get(String path) {
        return () -> api.get(path, Patience.LOOK);
    }

    private Executable post(String path) {
        return () -> api.post(path, Patience.LOOK);
    }

    private SupervisorApi as(String token) {
        return new HttpSupervisor(Endpoint.of(fake.address()), new Token(token), new CoreGate());
    }

    @Test
    void a_token_that_nobody_knows_is_forbidden() {
        var fault = fault(Fault.Forbidden.class, () -> as("stranger").get("core/info", Patience.LOOK));
        assertTrue(fault.sentence().contains("~/.config/twin/supervisor_token"));
    }

    @Test
    void a_role_that_is_too_small_is_forbidden() {
        fake.switches().role = "default";
        fault(Fault.Forbidden.class, post("core/check"));
    }

    @Test
    void what_a_handler_forbids_is_forbidden_too() {
        var fault = fault(Fault.Forbidden.class, post("store/addons/local_twin/update"));
        assertTrue(fault.message().contains("can't update itself"));
    }

    @Test
    void without_a_token_nobody_is_let_in() {
        var gate = new Envelope(401, "401: Unauthorized");
        assertInstanceOf(
                Fault.Unauthorised.class,
                assertThrows(NoAnswer.class, gate::data).fault());
    }

    @Test
    void a_token_that_may_not_speak_to_home_assistant_is_told_so() {
        fake.switches().noCoreApi = true;
        var fault = fault(Fault.Unauthorised.class, () -> api.coreGet("services", Patience.LOOK));
        assertTrue(fault.core());
        assertTrue(fault.sentence().contains("homeassistant_api: true"));
    }

    @Test
    void home_assistant_may_be_down() {
        fake.switches().coreDown = true;
        fault(Fault.CoreDown.class, () -> api.coreGet("services", Patience.LOOK));
    }

    @Test
    void a_service_that_does_not_exist_is_refused() {
        fault(
                Fault.Refused.class,
                () -> api.corePost("services/no/such", Tree.map().build(), Patience.LOOK));
        fault(Fault.NotFound.class, () -> api.coreGet("nothing", Patience.LOOK));
        fake.switches().failCheck = "broken";
        var fault = fault(
                Fault.Refused.class,
                () -> api.corePost("services/homeassistant/restart", Tree.map().build(), Patience.LOOK));
        assertEquals(500, fault.status());
        assertFalse(fault.isOpen());
    }

    @ParameterizedTest
    @CsvSource({
        "addons/nope/info, ''",
        "store/addons/nope, store_app_not_found_error",
        "jobs/00, ''",
        "store/no/call, ''"
    })
    void what_is_not_there_is_not_found(String path, String key) {
        assertEquals(key, fault(Fault.NotFound.class, get(path)).errorKey());
    }

    @Test
    void a_refusal_brings_all_that_the_supervisor_said() {
        var fault = fault(
                Fault.Refused.class,
                () -> api.post("core/update", FakeReply.tree("{\"version\": \"2026.8.1\"}"), Patience.LOOK));
        assertEquals(
                new Fault.Refused(
                        400,
                        "Home Assistant version 2026.8.1 is already installed",
                        "homeassistant_update_already_installed_error",
                        Map.of("version", "2026.8.1"),
                        ""),
                fault);
        assertFalse(fault.isOpen());
    }

    @Test
    void a_job_that_fails_brings_its_id() {
        fake.switches().failJob = "the disk is full";
        var fault = fault(Fault.Refused.class, post("backups/new/partial"));
        assertFalse(fault.jobId().isEmpty());
        assertTrue(fault.sentence().contains("the disk is full"));
    }

    @Test
    void a_check_that_fails_brings_its_whole_log() {
        fake.switches().failCheck = "Testing configuration at /config\nFailed config\n  " + "x".repeat(2000);
        var fault = fault(Fault.Refused.class, post("core/check"));
        assertEquals(fake.switches().failCheck, fault.message());
        assertTrue(fault.sentence().length() < 600);
    }

    @Test
    void a_migration_must_not_be_disturbed() {
        fake.switches().migration = true;
        fault(Fault.Migrating.class, post("core/restart"));
    }

    @Test
    void a_supervisor_that_starts_says_its_state() {
        fake.switches().notReady = "setup";
        assertEquals("setup", fault(Fault.NotReady.class, get("core/info")).state());
    }

    @Test
    void another_job_is_in_the_way() {
        fake.switches().busy = 1;
        fault(Fault.Busy.class, post("core/check"));
        assertInstanceOf(
                Fault.Busy.class,
                assertThrows(NoAnswer.class, new Envelope(429, "429: Too Many Requests")::data)
                        .fault());
    }

    @Test
    void a_fault_that_nobody_foresaw_is_refused() {
        fake.switches().next(Trouble.UNKNOWN_ERROR, "POST", "addons/*/start");
        var fault = fault(Fault.Refused.class, post("addons/core_mosquitto/start"));
        assertEquals(500, fault.status());
        assertEquals("app_unknown_error", fault.errorKey());
    }

    @Test
    void nobody_listens() {
        fake.close();
        assertFalse(fault(Fault.Unreachable.class, get("core/info")).isOpen());
        var nowhere = new HttpSupervisor(Endpoint.of("http://no-such-host.invalid"), new Token("x"), new CoreGate());
        fault(Fault.Unreachable.class, () -> nowhere.get("info", Patience.LOOK));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"DROP", "DROP_AFTERWARDS", "HALF"})
    void a_connection_that_breaks_leaves_it_open(Trouble trouble) {
        fake.house().offerSupervisor();
        fake.switches().next(trouble, "POST", "supervisor/update");
        assertTrue(fault(Fault.Dropped.class, post("supervisor/update")).isOpen());
        assertEquals(trouble == Trouble.DROP ? "2026.08.0" : "2026.08.1", fake.house().supervisor);
    }

    @Test
    void what_changes_something_is_sent_once() {
        fake.switches().next(Trouble.DROP, "POST", "core/restart");
        fault(Fault.Dropped.class, post("core/restart"));
        assertEquals(List.of("POST core/restart"), fake.calls());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"GARBAGE", "OVERSIZE", "NO_ENVELOPE"})
    void what_is_no_answer_is_not_taken_for_one(Trouble trouble) {
        fake.switches().next(trouble, "GET", "core/info");
        fault(Fault.Garbled.class, get("core/info"));
    }

    @Test
    void silence_ends() {
        fake.switches().next(Trouble.SILENCE, "POST", "core/check");
        var fault = fault(Fault.TimedOut.class, () -> api.post("core/check", SHORT));
        assertTrue(fault.isOpen());
    }

    /** The head of the answer comes at once, and then nothing: the usual time-out of the client does not see it. */
    @Test
    void a_body_that_does_not_come_ends_too() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            speak(server, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"result\"");
            fault(Fault.TimedOut.class, () -> at(server).get("info", SHORT));
        }
    }

    @Test
    void what_is_no_http_breaks_the_connection() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            speak(server, "220 mail.example ESMTP\r\n\r\n");
            fault(Fault.Dropped.class, () -> at(server).get("info", Patience.LOOK));
        }
    }

    /** It would take the token along. */
    @Test
    void nobody_is_sent_elsewhere() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            speak(server, "HTTP/1.1 302 Found\r\nLocation: " + fake.address() + "/info\r\nContent-Length: 0\r\n\r\n");
            fault(Fault.Garbled.class, () -> at(server).get("info", Patience.LOOK));
        }
        assertTrue(fake.calls().isEmpty());
    }

    private static SupervisorApi at(ServerSocket server) {
        return new HttpSupervisor(
                Endpoint.of("http://127.0.0.1:" + server.getLocalPort()), new Token("x"), new CoreGate());
    }

    /** Says the same to whoever comes, and then waits for the end. */
    private static void speak(ServerSocket server, String words) {
        Thread.ofVirtual().start(() -> {
            try {
                var connection = server.accept();
                connection.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().flush();
            } catch (IOException ended) {
                throw new java.io.UncheckedIOException(ended);
            }
        });
    }

    @Test
    void an_interrupt_ends_the_waiting() {
        Thread.currentThread().interrupt();
        fault(Fault.Dropped.class, get("core/info"));
        assertTrue(Thread.interrupted());
    }

    @ParameterizedTest
    @CsvSource({"''", "/info", "core/../info", "core//info", "core/info?x", "core/in fo", "-x/info", "a/-b"})
    void a_path_is_of_plain_parts(String path) {
        assertThrows(IllegalArgumentException.class, get(path));
        assertTrue(fake.calls().isEmpty());
    }

    @Test
    void a_token_shows_itself_to_nobody() {
        assertEquals("a token", new Token("geheim").toString());
        assertThrows(IllegalArgumentException.class, () -> new Token("two words"));
        assertThrows(IllegalArgumentException.class, () -> new Token("line\nbreak"));
        assertFalse(api.toString().contains(FakeSupervisor.TOKEN));
        assertFalse(api.way().contains(FakeSupervisor.TOKEN));
    }
}
