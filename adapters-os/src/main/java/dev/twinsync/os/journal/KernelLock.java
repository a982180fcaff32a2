package dev.twinsync.os.journal;

import dev.twinsync.os.Self;
import dev.twinsync.port.MachineLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A lock on a file, which the kernel keeps for each process and takes back when the process ends. */
public final class KernelLock implements MachineLock {

    private static final Path OF_THE_MACHINE = Path.of("/run/lock/twin.lock");
    private static final Path OF_THE_ROOT_SIDE = Path.of("/run/twin-worker.lock");
    private static final Duration STEP = Duration.ofMillis(100);

    /**
     * What this process has open. The kernel drops a process's lock as soon as that process closes the file, through
     * whatever channel: as long as it is held here it must not be opened a second time, not even to look.
     */
    private static final Set<LockFile.Identity> OPEN = ConcurrentHashMap.newKeySet();

    private final Self self;
    private final LockFile file;

    public KernelLock(Path path) {
        this(path, LockFile.FOR_EVERYBODY);
    }

    private KernelLock(Path path, Set<PosixFilePermission> rights) {
        this.self = Self.ofThisProcess();
        this.file = new LockFile(path, rights, self);
    }

    /** That of all twins, whoever runs them. */
    public static KernelLock ofTheMachine() {
        return new KernelLock(OF_THE_MACHINE);
    }

    /**
     * That of the root side, which outlives a twin that was killed while it finishes what it is at; nobody else can keep it
     * out.
     */
    public static KernelLock ofTheRootSide() {
        return new KernelLock(OF_THE_ROOT_SIDE, LockFile.FOR_ITS_OWNER);
    }

    @Override
    public Answer take(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        var answer = attempt();
        while (answer instanceof Answer.Busy && System.nanoTime() - deadline < 0 && pause()) {
            answer = attempt();
        }
        return answer;
    }

    private static boolean pause() {
        try {
            Thread.sleep(STEP);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Answer attempt() throws IOException {
        var identity = file.identity();
        if (!OPEN.add(identity)) {
            return new Answer.Busy(Holder.of(self));
        }
        boolean taken = false;
        try {
            var answer = lock(file.open(), identity);
            taken = answer instanceof Answer.Taken;
            return answer;
        } finally {
            if (!taken) {
                OPEN.remove(identity);
            }
        }
    }

    private Answer lock(FileChannel channel, LockFile.Identity identity) throws IOException {
        boolean taken = false;
        try {
            if (channel.tryLock() == null || !file.is(identity)) {
                return new Answer.Busy(Holder.read(channel));
            }
            name(channel);
            taken = true;
            return new Answer.Taken(() -> giveBack(channel, identity));
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private void name(FileChannel channel) throws IOException {
        try {
            Holder.write(channel, self);
        } catch (IOException failed) {
            throw new IOException(file.path() + " could not be written: " + failed.getMessage(), failed);
        }
    }

    /** A second time it does nothing: somebody else may have it by then. */
    private static void giveBack(FileChannel channel, LockFile.Identity identity) throws IOException {
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                OPEN.remove(identity);
            }
        }
    }
}
