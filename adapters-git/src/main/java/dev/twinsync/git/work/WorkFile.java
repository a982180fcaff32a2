package dev.twinsync.git.work;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;

/**
 * A file of the work tree as Git sees it.
 *
 * @param path relative to the repository
 * @param size of the content, in bytes; a link's content is its target
 * @param modified when the content was changed, as far as one believes it: anybody can set it
 * @param changed when the file was changed in any way, which nobody can set
 */
public record WorkFile(String path, Path place, FileMode mode, long size, Instant modified, Instant changed) {

    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final int REGULAR = 0100000;
    private static final int OWNER_EXECUTES = 0100;

    /** Empty where there is none, or nothing that Git could keep (a socket, a device). */
    static Optional<WorkFile> of(String path, Path place) throws IOException {
        try {
            var seen = Files.readAttributes(place, "unix:mode,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
            return mode((Integer) seen.get("mode"))
                    .map(mode -> new WorkFile(
                            path,
                            place,
                            mode,
                            (Long) seen.get("size"),
                            ((FileTime) seen.get("lastModifiedTime")).toInstant(),
                            ((FileTime) seen.get("ctime")).toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static Optional<FileMode> mode(int mode) {
        return switch (mode & TYPE) {
            case LINK -> Optional.of(FileMode.SYMLINK);
            case REGULAR ->
                Optional.of((mode & OWNER_EXECUTES) == 0 ? FileMode.REGULAR_FILE : FileMode.EXECUTABLE_FILE);
            default -> Optional.empty();
        };
    }

    public boolean isLink() {
        return mode == FileMode.SYMLINK;
    }

    /** The bytes as they are: no filter, no line end is touched. */
    public InputStream content() throws IOException {
        return isLink()
                ? new ByteArrayInputStream(
                        Files.readSymbolicLink(place).toString().getBytes(StandardCharsets.UTF_8))
                : Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS);
    }
}
