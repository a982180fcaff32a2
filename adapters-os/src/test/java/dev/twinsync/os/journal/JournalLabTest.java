package dev.twinsync.os.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.MachineLock.Answer.Busy;
import dev.twinsync.port.MachineLock.Answer.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disk that is really full, and the place where the lock really stands. */
@Tag("lab")
class JournalLabTest {

    private final Path disk = Path.of("/srv/twin-journal");
    private final Path folder = disk.resolve("runs");
    private final Path filler = disk.resolve("filler");

    @BeforeEach
    void mount_a_tiny_disk() throws IOException {
        Files.createDirectories(disk);
        run("mount", "-t", "tmpfs", "-o", "size=64k,mode=0755", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() {
        run("umount", "--lazy", disk.toString());
    }

    private static void run(String program, String... arguments) {
        var result = new SystemCommandRunner().run(Command.of(program, arguments));
        assertTrue(result instanceof Result.Ended ended && ended.exit() == 0, () -> result.inWords(program));
    }

    private static Tree record(int number) {
        return Tree.map()
                .put("number", Tree.literal(number))
                .put("padding", "x".repeat(700))
                .build();
    }

    /** Appends until the disk is full. */
    private static List<Tree> fill(FileJournal journal) {
        var acknowledged = new ArrayList<Tree>();
        var failed = assertThrows(IOException.class, () -> {
            for (int number = 0; ; number++) {
                journal.append(record(number));
                acknowledged.add(record(number));
            }
        });
        assertTrue(failed.getMessage().contains("No space left on device"), failed::getMessage);
        assertTrue(failed.getMessage().contains("journal.jsonl"), failed::getMessage);
        return acknowledged;
    }

    @Test
    void a_full_disk_is_told_and_the_journal_goes_on_once_there_is_room() throws IOException {
        Files.write(filler, new byte[20_000]);
        var journal = new FileJournal(folder);
        var acknowledged = fill(journal);
        assertTrue(acknowledged.size() > 10, () -> acknowledged.size() + " records");
        assertEquals(acknowledged, journal.open());
        assertEquals(acknowledged, new FileJournal(folder).open());
        assertThrows(IOException.class, () -> journal.append(record(-1)));

        Files.delete(filler);
        journal.append(record(-2));
        acknowledged.add(record(-2));
        assertEquals(acknowledged, new FileJournal(folder).open());
    }

    @Test
    void a_run_that_a_full_disk_keeps_from_being_closed_is_open_until_there_is_room() throws IOException {
        Files.write(filler, new byte[20_000]);
        var journal = new FileJournal(folder);
        var acknowledged = fill(journal);
        assertThrows(IOException.class, () -> journal.close(record(-1)));
        assertEquals(acknowledged, new FileJournal(folder).open());
        assertEquals(Optional.empty(), new FileJournal(folder).memory());

        Files.delete(filler);
        journal.close(record(-2));
        assertEquals(List.of(), new FileJournal(folder).open());
        assertEquals(Optional.of(record(-2)), new FileJournal(folder).memory());
    }

    @Test
    void the_lock_of_the_machine_is_for_everybody_and_root_takes_one_that_somebody_else_made() throws IOException {
        var file = Path.of("/run/lock/twin.lock");
        Files.deleteIfExists(file);
        run("setpriv", "--reuid=alice", "--clear-groups", "touch", file.toString());
        run("setpriv", "--reuid=alice", "--clear-groups", "chmod", "0666", file.toString());
        var held = assertInstanceOf(Taken.class, KernelLock.ofTheMachine().take(Duration.ZERO));
        assertInstanceOf(Busy.class, KernelLock.ofTheMachine().take(Duration.ZERO));
        held.held().close();
        Files.delete(file);
        assertInstanceOf(Taken.class, KernelLock.ofTheMachine().take(Duration.ZERO))
                .held()
                .close();
        assertEquals(0666, (int) Files.getAttribute(file, "unix:mode") & 07777);
    }
}
