package dev.twinsync.port;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What a twin repository and its remotes have of each other's commits. No hook, filter or setting of Git runs a program. */
public interface SharedHistory {

    /** What {@link #incoming} does not object to, in bytes: a larger file is objected to. */
    long LARGEST_FILE = 64L << 20;

    /** The remotes that the repository knows, by their names. An address that twin does not take is a fault in words. */
    SortedMap<String, RemoteAddress> remotes() throws IOException;

    /** Adds one. @return false where there is one of this name */
    boolean add(RemoteName name, RemoteAddress address) throws IOException;

    /** The branch that is worked on. */
    BranchName branch() throws IOException;

    /** The newest commit that the remote branch was known to have; empty where it was never seen. */
    Optional<String> known(RemoteName remote, BranchName branch) throws IOException;

    /** Notes it. */
    void note(RemoteName remote, BranchName branch, String commit) throws IOException;

    /** Whether the commit is here and is one of those that the other is built upon, or the same. */
    boolean isPartOf(String commit, String other) throws IOException;

    /** What a commit that was fetched would bring. */
    Incoming incoming(String theirs) throws IOException;

    /**
     * Makes the work tree and the branch what {@link #incoming} says. Killed at any moment, {@link #finish} completes it.
     *
     * @param message of the commit that keeps what this machine wrote, where the other side changed that
     */
    Joined join(String theirs, String message) throws IOException;

    /** Completes a join that was cut off. @return whether there was one */
    boolean finish() throws IOException;

    /** What looks like a secret in the commits that are here and not there. @param theirs the newest there; empty: none */
    List<CommitLeak> leaks(Optional<String> theirs) throws IOException;

    /**
     * What {@link #incoming} will object to where the commits that are here are pulled, each in a sentence.
     *
     * @param theirs the newest there, which the own commits are built upon; empty: none
     */
    List<String> objectionsElsewhere(Optional<String> theirs) throws IOException;

    /** How the two stand to each other. */
    enum Relation {
        SAME,
        /** The other side has more. */
        BEHIND,
        /** This side has more. */
        AHEAD,
        DIVERGED,
        /** They have no commit in common. */
        UNRELATED
    }

    /**
     * @param own how many commits this side has and the other has not
     * @param commits what the other side has and this one has not, newest first; not more than a few hundred
     * @param paths what differs between the last common commit and the other side, in order
     * @param objections why it must not be taken, each in a sentence: paths, links, sizes
     */
    record Incoming(
            Relation relation, int own, List<RepoCommit> commits, List<String> paths, List<String> objections) {}

    /** How joining went. */
    sealed interface Joined {

        /** @param kept the paths of what this machine writes and the other side had changed */
        record Done(String before, String after, int rebased, List<String> kept) implements Joined {}

        /** Both sides changed the same in these files; nothing was changed. */
        record Conflict(List<String> paths) implements Joined {}

        /** These files would be changed and hold what was not committed; nothing was changed. */
        record Uncommitted(List<String> paths) implements Joined {}
    }
}
