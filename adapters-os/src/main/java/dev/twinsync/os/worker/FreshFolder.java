package dev.twinsync.os.worker;

import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder for files that nobody but its owner can see, in one where nobody else can put another in its place. */
final class FreshFolder {

    private FreshFolder() {}

    /** Makes it new: what an earlier one left, for its process was killed, is taken away. */
    static void makeAnew(Path folder) throws IOException {
        var parent = folder.getParent();
        if (!Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(parent.getParent());
            make(parent, "rwxr-xr-x");
        }
        checkHeld(parent);
        remove(folder);
        make(folder, "rwx------");
    }

    private static void make(Path folder, String mode) throws IOException {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
    }

    private static void checkHeld(Path parent) throws IOException {
        var self = Self.ofThisProcess();
        var mode = Files.getPosixFilePermissions(parent, LinkOption.NOFOLLOW_LINKS);
        boolean mine = Files.getAttribute(parent, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                .equals(self.uid());
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)
                || !mine
                || mode.contains(PosixFilePermission.GROUP_WRITE)
                || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException(parent + " must be a folder of " + self.name() + " that nobody else may write to");
        }
    }

    /** What processes that were killed have left: their folders are called by their numbers. */
    static void removeThoseOfTheDead(Path parent) throws IOException {
        try (var folders = Files.list(parent)) {
            for (Path folder : folders.toList()) {
                var name = folder.getFileName().toString();
                if (name.matches("[0-9]{1,10}")
                        && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                    remove(folder);
                }
            }
        }
    }

    /** It holds files only. */
    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
