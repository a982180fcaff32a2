package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Git repository that holds the twin of a machine. It never runs a hook or a filter, and never follows a link out of
 * itself. A fault of the disk or of Git is an {@link IOException} whose message is a sentence for the user.
 */
public interface TwinRepo {

    /** The absolute path of the work tree. */
    Path root();

    /** Whether there is a twin repository, which means its {@code config.yaml}. */
    boolean exists();

    /** Makes the folder (mode 0700), the Git repository and these files; a file that is there already is left as it is. */
    void create(Map<String, byte[]> files) throws IOException;

    /** The document, empty where there is none, or all that is wrong with it. */
    <T> Reading<Optional<T>> read(Document<T> document) throws IOException;

    /** Writes the document in one step, unless it says the same already. */
    <T> void write(Document<T> document, T value) throws IOException;

    /** Takes a document away; nothing happens where there is none. */
    void delete(String path) throws IOException;

    /** The paths of the files below a folder, relative to the repository, in order. */
    List<String> list(String folder) throws IOException;

    /** The digest of a file's content; empty where there is no such regular file. */
    Optional<Digest> digest(String path) throws IOException;

    /** The bytes of a file below {@code filesystem/}. */
    InputStream open(String path) throws IOException;

    /** Writes the bytes of a file in one step and gives their digest. */
    Digest store(String path, InputStream content) throws IOException;

    /** The id of the newest commit; empty in a new repository. */
    Optional<String> head() throws IOException;

    /**
     * Commits what changed below these folders or files, and nothing else, whatever else is staged.
     *
     * @return the id of the new commit; empty where nothing had changed
     */
    Optional<String> commit(String message, Set<String> paths) throws IOException;
}
