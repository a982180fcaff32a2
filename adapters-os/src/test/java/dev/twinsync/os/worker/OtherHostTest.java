package dev.twinsync.os.worker;

import static dev.twinsync.os.worker.Inn.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.Journal;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Sha256;
import dev.twinsync.port.WishedContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another machine, over pipes as ssh has them. */
class OtherHostTest {

    private static final String FILES = "files.mirror";
    private static final dev.twinsync.domain.files.Files KIND = new dev.twinsync.domain.files.Files();
    private static final WishedContent WISHED = path -> {
        if (path.text().equals("filesystem/key")) {
            return new ByteArrayInputStream(bytes("-----BEGIN OPENSSH PRIVATE KEY-----\n"));
        }
        return new ByteArrayInputStream(bytes("wished"));
    };

    @TempDir
    private Path folder;

    private final Machine machine = new Machine();

    /** On which nothing is there, and of which one file may not be changed. */
    private static final class Machine implements Backend<LiveFile, FileAction> {

        private final List<FileAction> done = new ArrayList<>();

        @Override
        public Observation<LiveFile> observe(Scope scope) {
            return new Observation.Seen<>(List.of());
        }

        @Override
        public Optional<String> obstacle(FileAction action) {
            return action.key().startsWith("/etc/") ? Optional.of("needs root") : Optional.empty();
        }

        @Override
        public Attempt apply(List<FileAction> transaction, Progress progress) {
            done.addAll(transaction);
            return new Attempt.Ran();
        }
    }

    private Inn inn(Map<String, Reception.Readable> contents) throws IOException {
        return new Inn(Map.of(FILES, new Hosted<>(KIND, machine)), contents, new Kept(), folder, WISHED);
    }

    private static FileAction write(String path, String twinPath, String content) {
        return new FileAction.Write(
                new TargetPath(path),
                new TwinPath(twinPath),
                Sha256.of(bytes(content)),
                new FileMode("0644"),
                new AccountName("alice"),
                new AccountName("alice"));
    }

    @Test
    void it_says_which_machine_it_is_and_what_it_has() throws IOException {
        try (var inn = inn(Map.of())) {
            assertEquals(Optional.of(Inn.IDENTITY), inn.host.facts().identity().found());
            assertInstanceOf(HostFacts.Answer.Unknown.class, inn.host.facts().facts());
            assertTrue(inn.host.has("containers.podman"));
            assertFalse(inn.host.has("containers.docker"));
            assertTrue(inn.host.reloads());
        }
    }

    @Test
    void what_its_user_may_not_do_is_an_obstacle() throws IOException {
        try (var inn = inn(Map.of())) {
            var files = inn.host.files(FILES);
            assertEquals(Optional.of("needs root"), files.obstacle(write("/etc/motd", "filesystem/motd", "wished")));
            assertEquals(Optional.empty(), files.obstacle(write("/srv/motd", "filesystem/motd", "wished")));
        }
    }

    @Test
    void what_is_not_here_and_not_kept_there_cannot_be_written() throws IOException {
        try (var inn = inn(Map.of())) {
            var forecast = inn.host
                    .files(FILES)
                    .forecast(List.of(
                            write("/srv/right", "filesystem/right", "wished"),
                            write("/srv/wrong", "filesystem/wrong", "something else"),
                            write("/srv/key", "filesystem/key", "-----BEGIN OPENSSH PRIVATE KEY-----\n"),
                            write("/etc/wrong", "filesystem/wrong", "something else")));
            assertEquals(Set.of("/srv/wrong", "/srv/key"), forecast.keySet());
            assertInstanceOf(Forecast.Impossible.class, forecast.get("/srv/wrong"));
            try (var left = Files.list(folder)) {
                assertEquals(List.of(), left.toList(), "a plan hands nothing over");
            }
        }
    }

    @Test
    void content_comes_from_there_part_by_part_also_of_several_at_once() throws IOException {
        var large = new byte[3 * OpenContents.PART];
        new Random(1).nextBytes(large);
        try (var inn = inn(Map.of(FILES, key -> content(key, large)))) {
            var files = inn.host.files(FILES);
            try (var one = files.open(new TargetPath("/large"));
                    var other = files.open(new TargetPath("/large"))) {
                var half = one.readNBytes(large.length / 2);
                assertArrayEquals(large, other.readAllBytes());
                var rest = one.readAllBytes();
                assertEquals(large.length, half.length + rest.length);
                assertEquals(large[large.length - 1], rest[rest.length - 1]);
            }
            assertEquals(-1, files.open(new TargetPath("/empty")).read());
            assertEquals(
                    "a secret is kept there",
                    assertThrows(IOException.class, () -> files.open(new TargetPath("/secret")))
                            .getMessage());
        }
    }

    private static InputStream content(String key, byte[] large) throws IOException {
        return switch (key) {
            case "/large" -> new ByteArrayInputStream(large);
            case "/empty" -> InputStream.nullInputStream();
            default -> throw new IOException("a secret is kept there");
        };
    }

    @Test
    void one_that_is_left_in_the_middle_makes_room() throws IOException {
        var large = new byte[2 * OpenContents.PART];
        try (var inn = inn(Map.of(FILES, _ -> new ByteArrayInputStream(large)))) {
            var files = inn.host.files(FILES);
            var first = files.open(new TargetPath("/first"));
            for (int i = 0; i < 20; i++) {
                files.open(new TargetPath("/other")).read();
            }
            assertTrue(assertThrows(IOException.class, first::readAllBytes)
                    .getMessage()
                    .contains("without what goes before it"));
        }
    }

    @Test
    void nothing_is_changed_unless_the_machine_is_locked() throws IOException {
        try (var inn = inn(Map.of())) {
            var files = inn.host.files(FILES);
            var action = List.of(write("/srv/motd", "filesystem/motd", "wished"));
            var refused = assertInstanceOf(Attempt.Refused.class, files.apply(action, Progress.SILENT));
            assertTrue(refused.reason().contains("not locked"), refused::reason);
            assertInstanceOf(Attempt.Refused.class, files.mend(action, Progress.SILENT));
            assertEquals(List.of(), machine.done);

            var lock = assertInstanceOf(
                    MachineLock.Answer.Taken.class, inn.host.lock().take(Duration.ZERO));
            assertEquals(new Attempt.Ran(), files.apply(action, Progress.SILENT));
            assertEquals(action, machine.done);
            lock.held().close();
            assertEquals(Optional.empty(), inn.holder);
            assertInstanceOf(Attempt.Refused.class, files.apply(action, Progress.SILENT));
        }
    }

    @Test
    void another_twin_there_is_told_and_a_lost_connection_gives_the_lock_back() throws IOException {
        try (var inn = inn(Map.of())) {
            inn.holder = Optional.of("bob (process 7)");
            assertEquals(
                    new MachineLock.Answer.Busy("bob (process 7) on that machine"),
                    inn.host.lock().take(Duration.ZERO));
            inn.holder = Optional.empty();
            var taken = assertInstanceOf(
                    MachineLock.Answer.Taken.class, inn.host.lock().take(Duration.ZERO));
            assertEquals(Optional.of("the guest"), inn.holder);
            inn.cut();
            assertEquals(Optional.empty(), inn.holder);
            inn.host.files(FILES).observe(Scope.everything());
            taken.held().close();
        }
    }

    @Test
    void what_is_not_heard_any_more_is_not_empty_and_its_end_is_not_written_down() throws IOException {
        var written = new ArrayList<Tree>();
        try (var inn = inn(Map.of())) {
            var journal = inn.host.whileHeard(journal(written));
            journal.append(Tree.text("begun"));
            inn.cut();
            var files = inn.host.files(FILES);
            assertInstanceOf(Unavailable.class, files.observe(Scope.everything()));
            var action = List.of(write("/srv/motd", "filesystem/motd", "wished"));
            assertInstanceOf(Attempt.Refused.class, files.apply(action, Progress.SILENT));
            assertTrue(files.obstacle(action.getFirst()).isPresent());
            var refused = assertThrows(IOException.class, () -> journal.append(Tree.text("failed")));
            assertTrue(refused.getMessage().contains("connection to alice@box is lost"), refused::getMessage);
            assertThrows(IOException.class, () -> journal.close(Tree.text("done")));
            assertEquals(List.of(Tree.text("begun")), written);
        }
    }

    private static Journal journal(List<Tree> written) {
        return new Journal() {
            @Override
            public void append(Tree record) {
                written.add(record);
            }

            @Override
            public void close(Tree memory) {
                written.add(memory);
            }

            @Override
            public List<Tree> open() {
                return List.copyOf(written);
            }

            @Override
            public Optional<Tree> memory() {
                return Optional.empty();
            }
        };
    }

    @Test
    void the_root_side_serves_no_other_machine_and_a_guest_gets_no_root_side() throws IOException {
        try (var nearby = new Nearby(_ -> Map.of(), new Kept(), folder)) {
            for (Request request : List.of(
                    new Request.Lock(0),
                    new Request.Fetch(FILES, "/etc/shadow", 1, 0),
                    new Request.Visit(Wire.PROTOCOL, Inn.ORDER.files(), 60, Optional.empty(), Backups.USUAL_DAYS))) {
                assertTrue(assertThrows(
                                IOException.class, () -> nearby.conversation().ask(request, Reply.class))
                        .getMessage()
                        .contains("this machine alone"));
            }
        }
        try (var inn = inn(Map.of())) {
            assertTrue(assertThrows(
                            IOException.class,
                            () -> inn.conversation().ask(new Request.Hello(Wire.PROTOCOL, "/srv/x"), Reply.class))
                    .getMessage()
                    .contains("another machine"));
        }
    }

    @Test
    void it_is_told_for_how_long_to_keep_what_was_replaced() throws IOException {
        try (var inn = inn(Map.of())) {
            assertEquals(Inn.ORDER, inn.order);
        }
    }

    @Test
    void what_a_guest_says_first_is_checked() throws IOException {
        var worker = WorkerServer.forGuest(
                "test", unopened(), new Kept(), Handover.ofThisProcess(folder.resolve("visits"), 1));
        try (var nearby = new Nearby(worker)) {
            assertInstanceOf(Reply.Greeting.class, nearby.conversation().next());
            for (Request request : List.of(
                    new Request.Observe(FILES, Scope.everything()),
                    new Request.Lock(0),
                    new Request.Visit(7, Inn.ORDER.files(), 60, Optional.empty(), Backups.USUAL_DAYS),
                    new Request.Visit(Wire.PROTOCOL, Inn.ORDER.files(), 1, Optional.empty(), Backups.USUAL_DAYS))) {
                assertThrows(IOException.class, () -> nearby.conversation().ask(request, Reply.class));
            }
        }
    }

    private static Reception unopened() {
        return new Reception() {
            @Override
            public String user() {
                return "alice";
            }

            @Override
            public HostFacts machine() {
                throw new AssertionError("nobody was let in");
            }

            @Override
            public MachineLock lock() {
                throw new AssertionError("nobody was let in");
            }

            @Override
            public House open(Order order, WishedContent content) {
                throw new AssertionError("nobody was let in");
            }
        };
    }
}
