package dev.twinsync.git.index;

import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * The index of a repository that has commits and lost it, as with {@code rm .git/index}. With one that knew no more than what twin
 * commits, git would take all else for deleted, and its user's next commit would delete it.
 */
public record MissingIndex(Repository git) {

    /** As {@code git reset} makes it. @param tree of the last commit */
    public void makeAnew(ObjectId tree) throws IOException {
        var index = git.lockDirCache();
        try (var reader = git.newObjectReader()) {
            fill(index, reader, tree);
        } finally {
            index.unlock();
        }
    }

    private static void fill(DirCache index, ObjectReader reader, ObjectId tree) throws IOException {
        var builder = index.builder();
        builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, tree);
        builder.finish();
        index.write();
        if (!index.commit()) {
            throw new RepoFault("the index of Git is gone and could not be made anew: run git reset");
        }
    }
}
