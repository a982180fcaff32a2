package dev.twinsync.git;

import org.eclipse.jgit.lib.ObjectId;

/**
 * A file of the work tree with its content in Git's store.
 *
 * @param content its id
 */
record TrackedFile(WorkFile file, ObjectId content) {

    String path() {
        return file.path();
    }

    /** What the tree of a commit says of it. */
    TreeFile inTree() {
        return new TreeFile(file.mode(), content);
    }
}
