package dev.twinsync.os.worker;

import dev.twinsync.port.MachineLock.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Keeps a second root side out while one is at work, also one whose twin was killed: it finishes what it is at. The kernel
 * takes the lock back when the process ends.
 */
public final class WorkerLock {

    private static final int LONGEST_NAME = 100;

    private WorkerLock() {}

    /** @param file where nobody but root can put another in its place */
    public static Answer take(Path file) throws IOException {
        var channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (channel.tryLock() == null) {
            try (channel) {
                return new Answer.Busy(holder(channel));
            }
        }
        channel.truncate(0).write(bytes("process " + ProcessHandle.current().pid()), 0);
        return new Answer.Taken(channel);
    }

    private static String holder(FileChannel channel) throws IOException {
        var name = ByteBuffer.allocate(LONGEST_NAME);
        channel.read(name, 0);
        return name.position() == 0
                ? "process unknown"
                : StandardCharsets.UTF_8.decode(name.flip()).toString();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
