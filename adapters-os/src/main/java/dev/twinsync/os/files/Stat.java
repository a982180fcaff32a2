package dev.twinsync.os.files;

import dev.twinsync.port.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What the kernel says of one name, never of what a link leads to.
 *
 * @param mode the type and the permission bits
 * @param links how many names it has
 * @param changed when its content or anything of these was
 * @param written when its content was
 */
public record Stat(
        int mode, long inode, long device, int links, FileTime changed, FileTime written, long size, int uid, int gid) {

    private static final int TYPE = 0170000;
    private static final int SOCKET = 0140000;
    private static final int LINK = 0120000;
    private static final int REGULAR = 0100000;
    private static final int BLOCK = 0060000;
    private static final int DIRECTORY = 0040000;
    private static final int CHARACTER = 0020000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_SEARCH = 0001;
    private static final String WANTED = "unix:mode,ino,dev,nlink,ctime,lastModifiedTime,size,uid,gid";

    /** Empty where there is nothing of that name. Its parents must be directories. */
    public static Optional<Stat> of(Path path) throws IOException {
        try {
            var seen = Files.readAttributes(path, WANTED, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Stat(
                    (int) seen.get("mode"),
                    (long) seen.get("ino"),
                    (long) seen.get("dev"),
                    (int) seen.get("nlink"),
                    (FileTime) seen.get("ctime"),
                    (FileTime) seen.get("lastModifiedTime"),
                    (long) seen.get("size"),
                    (int) seen.get("uid"),
                    (int) seen.get("gid")));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** As {@code /proc/locks} names it. */
    public String asInLocks() {
        long major = device >>> 8 & 0xfff | device >>> 32 & 0xfffff000L;
        long minor = device & 0xff | device >>> 12 & 0xffffff00L;
        return "%02x:%02x:%d".formatted(major, minor, inode);
    }

    FileStamp stamp() {
        return new FileStamp(device, inode, size, FileStamp.nanos(written), FileStamp.nanos(changed));
    }

    /** What stands under a name. */
    public enum Type {
        REGULAR,
        DIRECTORY,
        LINK,
        SOCKET,
        FIFO,
        BLOCK,
        CHARACTER
    }

    public Type type() {
        return switch (mode & TYPE) {
            case REGULAR -> Type.REGULAR;
            case DIRECTORY -> Type.DIRECTORY;
            case LINK -> Type.LINK;
            case SOCKET -> Type.SOCKET;
            case BLOCK -> Type.BLOCK;
            case CHARACTER -> Type.CHARACTER;
            default -> Type.FIFO;
        };
    }

    public boolean isDirectory() {
        return type() == Type.DIRECTORY;
    }

    public boolean isRegular() {
        return type() == Type.REGULAR;
    }

    /** Only the owner of a name may take it away. */
    public boolean isSticky() {
        return (mode & STICKY) != 0;
    }

    public boolean othersMayWrite() {
        return (mode & OTHERS_WRITE) != 0;
    }

    public boolean groupMayWrite() {
        return (mode & GROUP_WRITES) != 0;
    }

    public boolean othersMaySearch() {
        return (mode & OTHERS_SEARCH) != 0;
    }
}
