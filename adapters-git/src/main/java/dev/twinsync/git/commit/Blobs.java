package dev.twinsync.git.commit;

import dev.twinsync.git.index.IndexNotes;
import dev.twinsync.git.index.Inspection;
import dev.twinsync.git.work.Durable;
import dev.twinsync.git.work.TrackedFile;
import dev.twinsync.git.work.WorkFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.SystemReader;

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

    /** Each file that passes; a file that is known to be unchanged is not read. */
    List<TrackedFile> entries(List<WorkFile> files, IndexNotes notes, Inspection inspection) throws IOException {
        var known = new HashMap<String, ObjectId>();
        files.forEach(file -> inspection.known(file, notes).ifPresent(id -> known.put(file.path(), id)));
        if (files.size() - known.size() > MANY && !packed) {
            clearLeftovers();
            inserter.close();
            inserter = git.getObjectDatabase().newPackInserter();
            packed = true;
        }
        var entries = new ArrayList<TrackedFile>();
        for (WorkFile file : files) {
            var content = known.containsKey(file.path())
                    ? Optional.of(known.get(file.path()))
                    : inspection.pass(file, bytes -> insert(file, bytes));
            content.map(id -> tracked(file, id)).ifPresent(entries::add);
        }
        return entries;
    }

    /** What a pack was written to that a kill cut off: nobody else would ever take it away. Git's lock says that none is written now. */
    private void clearLeftovers() throws IOException {
        var objects = git.getObjectDatabase().getDirectory().toPath();
        try (var leftovers = Files.newDirectoryStream(objects, "insert_*.{pack,idx}")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private ObjectId insert(WorkFile file, InputStream content) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, file.size(), content);
    }

    /** A name that Git takes for its own must not get into a commit: others could not check it out. */
    private static TrackedFile tracked(WorkFile file, ObjectId content) {
        try {
            SystemReader.getInstance().checkPath(file.path());
        } catch (CorruptObjectException unsound) {
            throw new IllegalArgumentException(unsound.getMessage(), unsound);
        }
        return new TrackedFile(file, content);
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
