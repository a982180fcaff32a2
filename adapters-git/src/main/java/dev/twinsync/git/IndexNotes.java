package dev.twinsync.git;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * What Git's index has noted of the files of the work tree.
 *
 * @param written when it was written
 */
record IndexNotes(DirCache index, Instant written) {

    static IndexNotes of(DirCache index, Repository git) throws IOException {
        var file = git.getIndexFile().toPath();
        return new IndexNotes(
                index, Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH);
    }

    boolean has(String path) {
        return index.findEntry(path) >= 0;
    }

    /**
     * The content of a file, by its id; empty where the file has to be read to know it. A change within the tick in which the
     * index was written cannot be told by time and size.
     */
    Optional<ObjectId> content(WorkFile file) {
        return Optional.ofNullable(index.getEntry(file.path()))
                .filter(entry -> file.isAsIn(entry)
                        && entry.isMerged()
                        && !entry.isIntentToAdd()
                        && !entry.isSmudged()
                        && !entry.mightBeRacilyClean(written))
                .map(DirCacheEntry::getObjectId);
    }
}
