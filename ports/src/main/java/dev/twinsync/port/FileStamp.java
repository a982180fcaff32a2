package dev.twinsync.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * By what the kernel shows that a file is still the one that was read: nobody but root can change its content and leave all of these
 * as they are.
 *
 * @param written when its content was changed, in nanoseconds since 1970
 * @param changed when its content or anything else of it was, likewise
 */
public record FileStamp(long device, long inode, long size, long written, long changed) {

    private static final String WANTED = "unix:isRegularFile,dev,ino,size,lastModifiedTime,ctime";

    /** Empty where there is no regular file of that name; a link is not followed. */
    public static Optional<FileStamp> of(Path file) throws IOException {
        try {
            var seen = Files.readAttributes(file, WANTED, LinkOption.NOFOLLOW_LINKS);
            return (boolean) seen.get("isRegularFile") ? Optional.of(of(seen)) : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private static FileStamp of(Map<String, Object> seen) {
        return new FileStamp(
                (long) seen.get("dev"),
                (long) seen.get("ino"),
                (long) seen.get("size"),
                nanos((FileTime) seen.get("lastModifiedTime")),
                nanos((FileTime) seen.get("ctime")));
    }

    /** By hand, as {@link #equals}: there are as many of them as there are files, and Java makes its own anew at each start. */
    @Override
    public int hashCode() {
        return Long.hashCode(31 * inode + changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileStamp that
                && inode == that.inode
                && changed == that.changed
                && written == that.written
                && size == that.size
                && device == that.device;
    }

    /** Which file it is of, as long as that is there. */
    record Identity(long device, long inode) {}

    Identity file() {
        return new Identity(device, inode);
    }

    public static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /**
     * Whether a further change would have shown in it for sure, had it come after that moment: the clock of a file system is coarse, and what
     * was written twice within one tick of it looks the same.
     */
    boolean isOlderThan(Instant moment) {
        return Math.max(written, changed) < TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
    }
}
