package dev.twinsync.os.worker;

import static dev.twinsync.os.worker.Stranger.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the root side takes what it is told. */
class WorkerServerTest {

    private static final String INSTALL = "{\"op\":\"install\",\"name\":\"htop\"}";

    @TempDir
    private Path folder;

    private final List<PackageAction> done = new ArrayList<>();
    private Observation<LivePackage> look = new Observation.Seen<>(List.of());

    private final Backend<LivePackage, PackageAction> machine = new Backend<>() {
        @Override
        public Observation<LivePackage> observe(Scope scope) {
            return look;
        }

        @Override
        public Attempt apply(List<PackageAction> transaction, Progress progress) {
            progress.at(1, "begun");
            progress.said("x".repeat(100_000) + "the reason");
            done.addAll(transaction);
            return new Attempt.Ran();
        }
    };

    private Stranger stranger() {
        return new Stranger(_ -> Map.of("packages.debian", new Hosted<>(new Packages(), machine)), new Kept(), folder);
    }

    private String fault(String line) {
        var reply = assertInstanceOf(Reply.Fault.class, stranger().hears(line), line);
        assertEquals(List.of(), done);
        return reply.reason();
    }

    @Test
    void it_tells_how_far_it_is_and_what_was_said_before_it_answers() {
        var replies = stranger().hears(Stranger.apply("packages.debian", INSTALL), "nonsense");
        assertEquals(new Reply.At(1, "begun"), replies.getFirst());
        assertTrue(assertInstanceOf(Reply.Said.class, replies.get(1)).stderr().endsWith("the reason"));
        assertEquals(new Reply.Ran(), replies.get(2));
        assertInstanceOf(Reply.Fault.class, replies.getLast());
        assertEquals(1, done.size());
    }

    @Test
    void nothing_is_answered_before_the_hello() {
        var request = Stranger.apply("packages.debian", INSTALL);
        assertEquals(
                List.of(
                        new Reply.Fault("hello must be said first"),
                        new Reply.Taken(),
                        new Reply.Fault("hello was said already")),
                stranger().hearsAll(request + "\n" + HELLO + "\n" + HELLO + "\n"));
        assertEquals(List.of(), done);
    }

    @Test
    void the_hello_must_be_in_its_words_and_name_a_place() {
        for (String hello : new String[] {
            HELLO.replace(":1,", ":2,"),
            HELLO.replace("/home", "home"),
            HELLO.replace("/home", "\\u0000"),
            HELLO.replace("1", "\"1\"")
        }) {
            assertInstanceOf(
                    Reply.Fault.class, stranger().hearsAll(hello + "\n").getFirst(), hello);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "7",
                "null",
                "{}",
                "{\"ask\":\"shell\",\"command\":\"id\"}",
                "{\"ask\":\"apply\"}",
                "{\"ask\":\"apply\",\"plugin\":\"packages.debian\",\"actions\":{}}",
                "{\"ask\":\"apply\",\"plugin\":\"packages.debian\",\"actions\":[7]}",
                "{\"ask\":\"apply\",\"plugin\":\"packages.debian\",\"actions\":[],\"as\":\"root\"}",
                "{\"ask\":\"apply\",\"ask\":\"observe\",\"plugin\":\"packages.debian\",\"actions\":[]}"
            })
    void what_is_no_request_is_a_fault(String line) {
        assertTrue(!fault(line).isBlank());
    }

    @Test
    void one_bad_action_among_good_ones_lets_none_of_them_be_done() {
        fault(Stranger.apply("packages.debian", INSTALL, "{\"op\":\"install\",\"name\":\"-o\"}"));
    }

    @Test
    void a_plugin_that_it_has_not_and_actions_of_another_kind_are_faults() {
        assertTrue(fault(Stranger.apply("files.mirror", INSTALL)).contains("packages.debian"));
        fault(Stranger.apply("packages.debian", "{\"op\":\"stop\",\"name\":\"ssh.service\"}"));
        fault(Stranger.apply("packages.debian", "{\"op\":\"remove\",\"name\":\"htop\",\"scope\":\"system\"}"));
    }

    @Test
    void nothing_is_done_to_what_cannot_be_seen() {
        look = new Observation.Unavailable<>("dpkg is not installed");
        assertEquals(
                new Reply.Refused("dpkg is not installed"),
                stranger().hears(Stranger.apply("packages.debian", INSTALL)));
        look = new Observation.Seen<>(List.of(), List.of(new Observation.Gap("ht*", "hidden")));
        assertEquals(new Reply.Refused("hidden"), stranger().hears(Stranger.apply("packages.debian", INSTALL)));
        assertEquals(List.of(), done);
    }

    @Test
    void a_request_that_was_cut_off_is_not_done_and_one_before_it_is() {
        var request = Stranger.apply("packages.debian", INSTALL);
        stranger().hearsAll(HELLO + "\n" + request);
        assertEquals(List.of(), done);
        stranger().hearsAll(HELLO + "\n" + request + "\n" + request);
        assertEquals(1, done.size());
    }

    /** The terminal was closed: apt must not be cut off. */
    @Test
    void what_is_begun_is_finished_though_nobody_listens_any_more() throws IOException {
        var out = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var requests = HELLO + "\n" + Stranger.apply("packages.debian", INSTALL) + "\n";
        try (var handover = new Handover(folder.resolve("handover"), 1)) {
            new WorkerServer("test", stranger().plugins(), new Kept(), handover)
                    .serve(new ByteArrayInputStream(requests.getBytes(StandardCharsets.UTF_8)), out);
        }
        assertEquals(1, done.size());
    }

    @Test
    void an_answer_that_is_too_long_is_a_fault() {
        look = new Observation.Unavailable<>("x".repeat(9 << 20));
        fault("{\"ask\":\"observe\",\"plugin\":\"packages.debian\",\"scope\":{\"of\":\"only\",\"keys\":[]}}");
    }
}
