package dev.twinsync.git;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What the tree of a commit says of a path.
 *
 * @param mode what stands there
 * @param id of its content
 */
record TreeFile(FileMode mode, ObjectId id) {

    boolean isFolder() {
        return mode == FileMode.TREE;
    }

    /** A repository within the repository: its content is not here. */
    boolean isSubmodule() {
        return mode == FileMode.GITLINK;
    }
}
