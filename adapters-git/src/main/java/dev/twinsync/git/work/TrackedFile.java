package dev.twinsync.git.work;

import org.eclipse.jgit.lib.ObjectId;

/**
 * A file of the work tree with its content in Git's store.
 *
 * @param content its id
 */
public record TrackedFile(WorkFile file, ObjectId content) {

    public String path() {
        return file.path();
    }

    /** What the tree of a commit says of it. */
    public TreeFile inTree() {
        return new TreeFile(file.mode(), content);
    }
}
