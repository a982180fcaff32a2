package dev.twinsync.os.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinsync.os.Self;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether another twin is at work is read from what the kernel says of locks. */
class PlaceChecksTest {

    @TempDir
    Path root;

    private Path lock;

    @BeforeEach
    void a_lock() throws IOException {
        Files.createDirectories(root.resolve("run/lock"));
        Files.createDirectories(root.resolve("proc"));
        lock = Files.createFile(root.resolve("run/lock/twin.lock"));
    }

    private Finding.Verdict verdict(String locks) throws IOException {
        Files.writeString(root.resolve("proc/locks"), locks);
        return new PlaceChecks(root, Self.ofThisProcess(), root, root, root)
                .all().stream()
                        .filter(finding -> finding.what().equals("lock"))
                        .findFirst()
                        .orElseThrow()
                        .verdict();
    }

    private static String line(String file) {
        return "1: FLOCK  ADVISORY  WRITE 112 " + file + " 0 EOF\n";
    }

    @Test
    void a_lock_of_this_file_is_another_twin() throws IOException {
        assertEquals(Finding.Verdict.OK, verdict(""));
        assertEquals(
                Finding.Verdict.NOTE, verdict(line(Stat.of(lock).orElseThrow().asInLocks())));
    }

    @Test
    void a_lock_of_a_file_of_the_same_number_on_another_file_system_is_none() throws IOException {
        assertEquals(
                Finding.Verdict.OK,
                verdict(line("fff:fff:" + Stat.of(lock).orElseThrow().inode())));
    }

    /** In memory, where the lock of twin is as well: what lies above another file system is locked there. */
    @Test
    void a_file_is_named_as_the_kernel_does() throws IOException {
        var memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory));
        var file = Files.createTempFile(memory, "twin-", ".lock");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            var named = Stat.of(file).orElseThrow().asInLocks();
            assertEquals(
                    held.isValid(), Files.readString(Path.of("/proc/locks")).contains(" " + named + " "), named);
        } finally {
            Files.delete(file);
        }
    }
}
