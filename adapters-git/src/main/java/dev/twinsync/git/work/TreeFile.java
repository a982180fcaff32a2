package dev.twinsync.git.work;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What the tree of a commit says of a path.
 *
 * @param mode what stands there
 * @param id of its content
 */
public record TreeFile(FileMode mode, ObjectId id) {

    public boolean isFolder() {
        return mode == FileMode.TREE;
    }

    /** A repository within the repository: its content is not here. */
    public boolean isSubmodule() {
        return mode == FileMode.GITLINK;
    }
}
