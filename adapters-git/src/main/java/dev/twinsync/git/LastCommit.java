package dev.twinsync.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commit to build upon.
 *
 * @param id empty where there is none yet; JGit would take a damaged branch for one without commits
 */
record LastCommit(Repository git, Optional<ObjectId> id) {

    /** Its files, in a list of one's own. */
    DirCache files() throws IOException {
        if (id.isEmpty()) {
            return DirCache.newInCore();
        }
        try (var walk = new RevWalk(git)) {
            return DirCache.read(
                    walk.getObjectReader(), walk.parseCommit(id.get()).getTree());
        }
    }
}
