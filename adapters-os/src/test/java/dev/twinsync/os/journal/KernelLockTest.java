package dev.twinsync.os.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Self;
import dev.twinsync.os.Victim;
import dev.twinsync.port.MachineLock.Answer;
import dev.twinsync.port.MachineLock.Answer.Busy;
import dev.twinsync.port.MachineLock.Answer.Taken;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lock, in this process and in others that are killed. */
class KernelLockTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nothing_is_there() {
        file = directory.resolve("twin.lock");
    }

    private Answer take(Duration patience) throws IOException {
        return new KernelLock(file).take(patience);
    }

    private Closeable taken(Duration patience) throws IOException {
        return assertInstanceOf(Taken.class, take(patience)).held();
    }

    private static String words(long pid) {
        return Self.ofThisProcess().name() + " (process " + pid + ")";
    }

    /** Takes the lock, says so, gives it back as soon as a line comes, and says that. */
    static final class Taker {
        public static void main(String[] arguments) throws IOException {
            var answer = new KernelLock(Path.of(arguments[0])).take(Duration.ZERO);
            System.out.println(answer.getClass().getSimpleName());
            if (answer instanceof Taken(var held)) {
                System.in.read();
                held.close();
                System.out.println("given back");
                System.in.read();
            }
        }
    }

    private Victim otherTwin() throws IOException {
        return Victim.start(Taker.class, file.toString());
    }

    @Test
    void it_is_free_again_once_it_was_given_back() throws IOException {
        for (int round = 0; round < 3; round++) {
            taken(Duration.ZERO).close();
        }
        assertEquals(0666, (int) Files.getAttribute(file, "unix:mode") & 07777);
    }

    @Test
    void a_second_take_in_the_same_process_is_busy_and_does_not_lose_the_first() throws IOException {
        try (var _ = taken(Duration.ZERO)) {
            assertEquals(new Busy(words(ProcessHandle.current().pid())), take(Duration.ZERO));
            try (var other = otherTwin()) {
                assertEquals("Busy", other.line());
            }
        }
    }

    @Test
    void giving_it_back_twice_does_not_give_back_what_somebody_else_took() throws IOException {
        var first = taken(Duration.ZERO);
        first.close();
        try (var _ = taken(Duration.ZERO)) {
            first.close();
            assertInstanceOf(Busy.class, take(Duration.ZERO));
        }
    }

    @Test
    void another_process_is_named_and_frees_it_when_it_is_killed() throws Exception {
        try (var other = otherTwin()) {
            assertEquals("Taken", other.line());
            assertEquals(new Busy(words(other.pid())), take(Duration.ZERO));
            assertEquals(new Busy(words(other.pid())), take(Duration.ofMillis(1)));
            other.kill();
            taken(Duration.ZERO).close();
        }
    }

    @Test
    void patience_waits_until_the_other_one_gives_it_back() throws Exception {
        try (var other = otherTwin()) {
            assertEquals("Taken", other.line());
            var release = Thread.ofPlatform().start(() -> other.say("go"));
            taken(LONG).close();
            release.join();
            assertEquals("given back", other.line());
        }
    }

    @Test
    void an_interrupt_ends_the_patience() throws IOException {
        try (var _ = taken(Duration.ZERO)) {
            Thread.currentThread().interrupt();
            assertInstanceOf(Busy.class, take(LONG));
            assertTrue(Thread.interrupted());
        }
    }

    private void write(String words) throws IOException {
        Files.writeString(file, words, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Test
    void what_stands_in_the_file_is_anybodys_word_and_shown_harmless() throws Exception {
        try (var other = otherTwin()) {
            assertEquals("Taken", other.line());
            write("\u001b[2Keve\u202e\n\u0000 " + "x".repeat(500));
            assertEquals(new Busy("[2Keve " + "x".repeat(93)), take(Duration.ZERO));
            write(" \n");
            assertEquals(new Busy("another twin"), take(Duration.ZERO));
        }
    }

    @Test
    void what_is_no_plain_file_is_refused_with_the_remedy() throws IOException {
        var outside = Files.writeString(directory.resolve("outside"), "untouched");
        for (Arrangement arrangement : new Arrangement[] {
            () -> Files.createSymbolicLink(file, outside),
            () -> Files.createDirectory(file),
            () -> Files.createLink(file, outside)
        }) {
            arrangement.run();
            assertTrue(assertThrows(IOException.class, () -> take(Duration.ZERO))
                    .getMessage()
                    .contains("sudo rm " + file));
            Files.delete(file);
        }
        assertEquals("untouched", Files.readString(outside));
    }

    @FunctionalInterface
    private interface Arrangement {
        void run() throws IOException;
    }

    @Test
    void without_the_folder_it_is_said_how_to_make_it() {
        file = directory.resolve("run/lock/twin.lock");
        var refused = assertThrows(IOException.class, () -> take(Duration.ZERO));
        assertTrue(refused.getMessage().contains("sudo mkdir -m 1777 " + file.getParent()), refused::getMessage);
    }

    /** What is made there by hand is gone at the next start. */
    @Test
    void below_run_it_is_said_how_the_folder_is_there_after_the_next_start_too() {
        file = Path.of("/run/no-such-folder-of-twin/twin.lock");
        var refused = assertThrows(IOException.class, () -> take(Duration.ZERO));
        assertTrue(
                refused.getMessage()
                        .contains("make it: echo 'd " + file.getParent()
                                + " 1777 root root' | sudo tee /etc/tmpfiles.d/twin.conf"),
                refused::getMessage);
    }

    /** As in /sys even for root, so in a folder of another user for who is not root. */
    @Test
    void where_no_file_can_be_made_it_is_said_what_it_is_for() {
        file = Path.of("/sys/twin.lock");
        var refused = assertThrows(IOException.class, () -> take(Duration.ZERO));
        assertTrue(refused.getMessage().startsWith(file + ", which keeps twins from"), refused::getMessage);
    }

    @Test
    void a_file_that_the_umask_closed_is_opened_to_everybody_by_its_owner() throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        taken(Duration.ZERO).close();
        assertEquals(0666, (int) Files.getAttribute(file, "unix:mode") & 07777);
    }
}
