package dev.twinsync.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;

/**
 * A file of the work tree as Git sees it.
 *
 * @param path relative to the repository
 * @param size of the content, in bytes; a link's content is its target
 */
record WorkFile(String path, Path place, FileMode mode, long size, Instant modified) {

    /** Empty where there is none, or nothing that Git could keep (a socket, a device). */
    static Optional<WorkFile> of(String path, Path place) throws IOException {
        try {
            var attributes = Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return mode(attributes)
                    .map(mode -> new WorkFile(
                            path,
                            place,
                            mode,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static Optional<FileMode> mode(PosixFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Optional.of(FileMode.SYMLINK);
        }
        if (!attributes.isRegularFile()) {
            return Optional.empty();
        }
        return Optional.of(
                attributes.permissions().contains(PosixFilePermission.OWNER_EXECUTE)
                        ? FileMode.EXECUTABLE_FILE
                        : FileMode.REGULAR_FILE);
    }

    boolean isLink() {
        return mode == FileMode.SYMLINK;
    }

    /** The bytes as they are: no filter, no line end is touched. */
    InputStream content() throws IOException {
        return isLink()
                ? new ByteArrayInputStream(
                        Files.readSymbolicLink(place).toString().getBytes(StandardCharsets.UTF_8))
                : Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS);
    }
}
