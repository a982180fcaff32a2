package dev.twinsync.port;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder that another program keeps in Git, to be read: nothing in it is ever written, run or followed. A fault is an
 * {@link IOException} whose message is a sentence for the user.
 */
public interface OldRepository {

    /** The absolute path of the folder. */
    Path root();

    /**
     * What stands at one path.
     *
     * @param path relative, with {@code /}
     * @param isRegular whether it is a file, and no link, pipe or device
     * @param mode the permission bits
     */
    record Entry(String path, boolean isRegular, int mode) {}

    /** Everything in it but folders, in the order of paths, without {@code .git}. */
    List<Entry> entries() throws IOException;

    /** The bytes of a regular file. */
    InputStream open(String path) throws IOException;

    /** A YAML or JSON document, with more room than twin gives its own: file contents stand in it. */
    Reading<Tree> document(String path) throws IOException;

    /** Git's own settings for it; empty where it is no Git repository. */
    Optional<InputStream> settings() throws IOException;

    /** Shows every content that any commit has, each once. */
    void past(Viewer viewer) throws IOException;

    /** Who looks at what is in the past. */
    @FunctionalInterface
    interface Viewer {

        /**
         * @param path where a commit has it
         * @return whether it matters, so that one wants to know a commit that has it
         */
        boolean look(String path, InputStream content) throws IOException;

        /** @param commit the newest one that has what was looked at there and matters; its short id */
        default void found(String path, String commit) {}
    }
}
