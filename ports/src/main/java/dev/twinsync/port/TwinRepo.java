package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Git repository that holds the twin of a machine. It never runs a hook or a filter. */
public interface TwinRepo extends RepoView {

    /** Makes the folder (mode 0700), the Git repository and these files; a file that is there already is left as it is. */
    void create(Map<String, byte[]> files) throws IOException;

    /** Writes the document in one step, unless it says the same already. */
    <T> void write(Document<T> document, T value) throws IOException;

    /** Takes a document away; nothing happens where there is none. */
    void delete(String path) throws IOException;

    /** Writes the bytes of a file in one step and gives their digest. */
    Digest store(String path, InputStream content) throws IOException;

    /**
     * Commits what changed below these folders or files, and nothing else, whatever else is staged.
     *
     * @return the id of the new commit; empty where nothing had changed
     */
    Optional<String> commit(String message, Set<String> paths) throws IOException;
}
