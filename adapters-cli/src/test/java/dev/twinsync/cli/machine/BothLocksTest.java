package dev.twinsync.cli.machine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.port.MachineLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BothLocksTest {

    @TempDir
    private Path folder;

    private MachineLock lock(String name) {
        return new KernelLock(folder.resolve(name));
    }

    private static MachineLock.Answer.Taken taken(MachineLock lock) throws IOException {
        return assertInstanceOf(MachineLock.Answer.Taken.class, lock.take(Duration.ZERO));
    }

    @Test
    void both_are_held_or_neither() throws IOException {
        var both = new BothLocks(lock("machine"), lock("root"));
        for (String one : new String[] {"machine", "root"}) {
            var other = taken(lock(one));
            assertInstanceOf(MachineLock.Answer.Busy.class, both.take(Duration.ZERO));
            other.held().close();
            var held = taken(both);
            assertInstanceOf(MachineLock.Answer.Busy.class, lock(one).take(Duration.ZERO));
            held.held().close();
        }
        taken(lock("machine")).held().close();
        taken(lock("root")).held().close();
    }
}
