package dev.twinsync.git;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** What the tree of a commit says of a path: what stands there, and the id of its content. */
record TreeFile(FileMode mode, ObjectId content) {

    boolean isFolder() {
        return mode == FileMode.TREE;
    }

    /** A repository within the repository: its content is not here. */
    boolean isSubmodule() {
        return mode == FileMode.GITLINK;
    }
}
