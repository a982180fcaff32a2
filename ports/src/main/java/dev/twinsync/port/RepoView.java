package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A twin repository, to be read. A link is never followed out of it. A fault of the disk or of Git is an
 * {@link IOException} whose message is a sentence for the user.
 */
public interface RepoView {

    /** The absolute path of the work tree. */
    Path root();

    /** Whether there is a twin repository, which means its {@code config.yaml}. */
    boolean exists();

    /** The document, empty where there is none, or all that is wrong with it. */
    <T> Reading<Optional<T>> read(Document<T> document) throws IOException;

    /** The paths of the files below a folder, relative to the repository, in order. */
    List<String> list(String folder) throws IOException;

    /** The digest of a file's content; empty where there is no such regular file. */
    Optional<Digest> digest(String path) throws IOException;

    /** The bytes of a file below {@code filesystem/}. */
    InputStream open(String path) throws IOException;

    /** The id of the newest commit; empty in a new repository. */
    Optional<String> head() throws IOException;

    /**
     * What would be refused if all were committed that changed below these folders or files, in the order of paths and lines.
     */
    List<Leak> leaks(Set<String> paths) throws IOException;
}
