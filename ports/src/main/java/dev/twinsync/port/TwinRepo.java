package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
     * Changes what a document says by these edits, each on what the one before left. What is written there otherwise, with
     * comments, order and spacing, stays byte for byte as it is.
     *
     * @param path of the document, relative to the repository
     * @throws IOException also where this cannot be done so; the document is as it was, and the message says what to write
     */
    void edit(String path, List<Edit> edits) throws IOException;

    /**
     * Makes a document say this by the fewest edits of its text: what says the same before and after keeps its lines. A document
     * that is missing is written.
     *
     * @throws IOException as {@link #edit}
     */
    <T> void amend(Document<T> document, T value) throws IOException;

    /** As the other one, with nothing that comes along. */
    default Optional<String> commit(String message, Set<String> paths) throws IOException {
        return commit(message, paths, Set.of());
    }

    /**
     * Commits what changed below these folders or files, and nothing else, whatever else is staged. What is ignored is left
     * out unless it was committed before or is needed: documents, and content that {@code state/} names.
     *
     * @param along what changed below these is committed too, but is no reason for a commit; a file that is named here
     *     itself is committed though it is ignored
     * @return the id of the new commit; empty where nothing had changed below {@code paths}
     * @throws SecretFound where something looks like a secret in what the last commit does not have; nothing was committed
     */
    Optional<String> commit(String message, Set<String> paths, Set<String> along) throws IOException;

    /**
     * Packs the history where commits have left much behind, once a day at most. Nothing of it is thrown away.
     *
     * @throws IOException where it could not be done; what was committed is there as before
     */
    void pack() throws IOException;
}
