package dev.twinsync.port;

import dev.twinsync.domain.secrets.Leak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A twin repository, to be read: what is in its work tree, and what its commits hold. */
public interface RepoView extends RepoContents {

    /** The absolute path of the work tree. */
    Path root();

    /** Whether there is a twin repository, which means its {@code config.yaml}. */
    boolean exists();

    /** The id of the newest commit; empty in a new repository. */
    Optional<String> head() throws IOException;

    /**
     * What a commit holds, whatever the work tree has become since.
     *
     * @param commit an id in full or in short, a branch, a tag, or one counted from there: {@code HEAD~3}
     * @throws IOException also where there is no such commit; the message names what was asked for
     */
    RepoContents at(String commit) throws IOException;

    /** The id in full of what {@link #at} would show. */
    String commitId(String commit) throws IOException;

    /**
     * The commits that lead to the newest one, newest first.
     *
     * @param below only those that changed a file here: files or folders; nothing: all commits
     * @param most how many at most
     */
    List<RepoCommit> commits(Set<String> below, int most) throws IOException;

    /**
     * What would be refused if all were committed that changed below these folders or files, in the order of paths and lines.
     */
    List<Leak> leaks(Set<String> paths) throws IOException;

    /**
     * The files below these folders or files that are not as the last commit has them, in order: changed, added or taken
     * away. What is ignored, was never committed and is not needed does not count.
     */
    List<String> uncommitted(Set<String> paths) throws IOException;
}
