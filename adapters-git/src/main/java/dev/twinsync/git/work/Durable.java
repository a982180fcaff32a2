package dev.twinsync.git.work;

import dev.twinsync.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes that a power cut leaves either done or not begun. */
public final class Durable {

    public static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    static final String LEFTOVER = ".twin-write-";

    private Durable() {}

    /** A temporary file that an interrupted write left behind. */
    static boolean isLeftover(Path file) {
        return file.getFileName().toString().startsWith(LEFTOVER);
    }

    /** A new file is the owner's alone; one that is replaced keeps its mode, and is left alone where nothing changed. */
    static Digest replace(Path file, InputStream content) throws IOException {
        var temporary = Files.createTempFile(file.getParent(), LEFTOVER, "");
        try {
            var digest = fill(temporary, content);
            boolean exists = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (exists && Files.mismatch(temporary, file) < 0) {
                return digest;
            }
            if (exists) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.getParent());
            return digest;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Digest fill(Path file, InputStream content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var digest = Digests.copy(content, Channels.newOutputStream(channel));
            channel.force(true);
            return digest;
        }
    }

    /** Makes the folders that are missing between a folder that is there and one below it. */
    public static void createFolders(Path existing, Path wanted) throws IOException {
        if (!wanted.equals(existing) && !Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
            createFolders(existing, wanted.getParent());
            Files.createDirectory(wanted, OWNER_ONLY);
            sync(wanted.getParent());
        }
    }

    /** Makes what was done to a file or in a folder last. */
    public static void sync(Path fileOrFolder) throws IOException {
        try (var channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
