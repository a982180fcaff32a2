package dev.twinsync.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Brings the content of files into Git's store, byte for byte. Few objects become a file each; many become one pack, which
 * is three times as fast and is made durable once.
 */
final class Blobs implements AutoCloseable {

    private static final int MANY = 200;

    private final FileRepository git;
    private ObjectInserter inserter;
    private boolean packed;

    Blobs(FileRepository git) {
        this.git = git;
        this.inserter = git.newObjectInserter();
    }

    /** Where the trees and the commit go as well. */
    ObjectInserter inserter() {
        return inserter;
    }

    /** One entry for each file; a file that the index knows to be unchanged is not read. */
    List<DirCacheEntry> entries(List<WorkFile> files, DirCache index) throws IOException {
        var indexed = indexTime();
        var changed = files.stream()
                .filter(file -> known(file, index, indexed).isEmpty())
                .count();
        if (changed > MANY) {
            inserter.close();
            inserter = git.getObjectDatabase().newPackInserter();
            packed = true;
        }
        var entries = new ArrayList<DirCacheEntry>();
        for (WorkFile file : files) {
            var known = known(file, index, indexed);
            entries.add(entry(file, known.isPresent() ? known.get() : insert(file)));
        }
        return entries;
    }

    /** A change within the tick in which the index was written cannot be told by time and size. */
    private static Optional<ObjectId> known(WorkFile file, DirCache index, Instant indexed) {
        return Optional.ofNullable(index.getEntry(file.path()))
                .filter(entry -> file.isAsIn(entry)
                        && entry.isMerged()
                        && !entry.isIntentToAdd()
                        && !entry.isSmudged()
                        && !entry.mightBeRacilyClean(indexed))
                .map(DirCacheEntry::getObjectId);
    }

    private Instant indexTime() throws IOException {
        var index = git.getIndexFile().toPath();
        return Files.exists(index) ? Files.getLastModifiedTime(index).toInstant() : Instant.EPOCH;
    }

    private ObjectId insert(WorkFile file) throws IOException {
        try (var content = file.content()) {
            return inserter.insert(Constants.OBJ_BLOB, file.size(), content);
        }
    }

    private static DirCacheEntry entry(WorkFile file, ObjectId content) {
        var entry = new DirCacheEntry(file.path());
        entry.setFileMode(file.mode());
        entry.setLength(file.size());
        entry.setLastModified(file.modified());
        entry.setCreationTime(file.changed().toEpochMilli());
        entry.setObjectId(content);
        return entry;
    }

    /** Makes all that was inserted last; JGit itself does so for loose objects only. */
    void flush() throws IOException {
        if (!packed) {
            inserter.flush();
            return;
        }
        var folder = git.getObjectDatabase().getPackDirectory().toPath();
        var before = packs(folder);
        inserter.flush();
        for (Path pack : packs(folder)) {
            if (!before.contains(pack)) {
                Durable.sync(pack);
            }
        }
        Durable.sync(folder);
    }

    private static Set<Path> packs(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        inserter.close();
    }
}
