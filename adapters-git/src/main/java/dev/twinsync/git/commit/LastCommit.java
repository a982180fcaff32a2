package dev.twinsync.git.commit;

import dev.twinsync.git.work.TreeFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/**
 * The commit to build upon.
 *
 * @param id empty where there is none yet; JGit would take a damaged branch for one without commits
 */
record LastCommit(Repository git, Optional<ObjectId> id) {

    /** What it has of what is covered, by path. No other folder of it is read. */
    Map<String, TreeFile> files(Coverage coverage) throws IOException {
        var files = new HashMap<String, TreeFile>();
        var tree = tree();
        if (tree.isEmpty() || coverage.names().isEmpty()) {
            return files;
        }
        try (var walk = new TreeWalk(git)) {
            walk.addTree(tree.get());
            walk.setFilter(PathFilterGroup.createFromStrings(coverage.names()));
            walk.setRecursive(true);
            while (walk.next()) {
                files.put(walk.getPathString(), new TreeFile(walk.getFileMode(), walk.getObjectId(0)));
            }
        }
        return files;
    }

    /** All that it has. */
    Optional<ObjectId> tree() throws IOException {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try (var walk = new RevWalk(git)) {
            return Optional.of(walk.parseCommit(id.get()).getTree());
        }
    }
}
