package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a twin repository holds at one moment: in its work tree, or in one of its commits. A link is never followed. A fault
 * of the disk or of Git is an {@link IOException} whose message is a sentence for the user.
 */
public interface RepoContents {

    /** The document, empty where there is none, or all that is wrong with it. */
    <T> Reading<Optional<T>> read(Document<T> document) throws IOException;

    /** The paths of the files below a folder, relative to the repository, in order. */
    List<String> list(String folder) throws IOException;

    /** The digest of a file's content; empty where there is no such regular file. */
    Optional<Digest> digest(String path) throws IOException;

    /** As {@link #digest}, for many files at once, by path; each path is in the answer. */
    default Map<String, Optional<Digest>> digests(Collection<String> paths) throws IOException {
        var digests = new HashMap<String, Optional<Digest>>();
        for (String path : paths) {
            digests.put(path, digest(path));
        }
        return digests;
    }

    /** The bytes of a file. */
    InputStream open(String path) throws IOException;
}
