package dev.twinsync.git.shared;

import dev.twinsync.git.work.BranchLock;
import dev.twinsync.git.work.Durable;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.TreeFiles;
import dev.twinsync.git.work.WorkFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.util.FS;

/** Makes the work tree, the index and the branch another commit. What differs from both commits is left as it is. */
final class Checkout {

    private static final String NEW_INDEX = "twin-index";

    private final FileRepository git;
    private final TreeFiles before;
    private final TreeFiles after;
    private final List<String> changed;
    private final WorkFiles work;

    Checkout(FileRepository git, WorkFiles work, TreeFiles before, TreeFiles after) {
        this.git = git;
        this.before = before;
        this.after = after;
        this.changed = before.differences(after);
        this.work = work;
    }

    /** The files that would be changed and hold what was never committed. */
    List<String> uncommitted() throws IOException {
        var index = git.readDirCache();
        var uncommitted = new ArrayList<String>();
        for (String path : changed) {
            var now = work.now(path);
            if (!isKnown(path, now) || !isKnown(path, staged(index, path))) {
                uncommitted.add(path);
            }
        }
        return uncommitted;
    }

    private boolean isKnown(String path, Optional<TreeFile> found) {
        return found.equals(before.get(path)) || found.equals(after.get(path));
    }

    private static Optional<TreeFile> staged(DirCache index, String path) {
        return Optional.ofNullable(index.getEntry(path))
                .map(entry -> new TreeFile(entry.getFileMode(), entry.getObjectId()));
    }

    /** Takes away first, so that no folder is in the way. Done twice it does nothing more. */
    void perform(JoinNote.Way way, PersonIdent who, String message) throws IOException {
        for (String path : changed) {
            if (after.get(path).isEmpty() && work.now(path).equals(before.get(path))) {
                work.delete(path);
            }
        }
        for (String path : changed) {
            var wanted = after.get(path);
            if (wanted.isPresent() && work.now(path).equals(before.get(path))) {
                work.put(path, wanted.get());
            }
        }
        writeIndex();
        moveBranch(way, who, message);
    }

    /** Of what was cut off while it was performed. */
    void clearLeftovers() throws IOException {
        Map<String, String> oneOfEachFolder = new TreeMap<>();
        changed.forEach(path -> oneOfEachFolder.put(path.substring(0, path.lastIndexOf('/') + 1), path));
        for (String path : oneOfEachFolder.values()) {
            work.clearLeftovers(path);
        }
    }

    /** Written beside, since twin holds git's lock of the index. */
    private void writeIndex() throws IOException {
        var entries = new ArrayList<DirCacheEntry>();
        var old = git.readDirCache();
        var replaced = Map.copyOf(replaced());
        IntStream.range(0, old.getEntryCount())
                .mapToObj(old::getEntry)
                .filter(entry -> !replaced.containsKey(entry.getPathString()))
                .forEach(entries::add);
        replaced.values().stream().flatMap(Optional::stream).forEach(entries::add);
        var file = git.getDirectory().toPath().resolve(NEW_INDEX);
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(NEW_INDEX + ".lock"));
        save(entries, file);
        Files.move(file, git.getIndexFile().toPath(), StandardCopyOption.ATOMIC_MOVE);
        Durable.sync(git.getDirectory().toPath());
    }

    private Map<String, Optional<DirCacheEntry>> replaced() throws IOException {
        var replaced = new TreeMap<String, Optional<DirCacheEntry>>();
        for (String path : changed) {
            var file = after.get(path);
            replaced.put(path, file.isEmpty() ? Optional.empty() : Optional.of(work.entry(path, file.get())));
        }
        return replaced;
    }

    private static void save(List<DirCacheEntry> entries, Path file) throws IOException {
        var index = new DirCache(file.toFile(), FS.DETECTED);
        if (!index.lock()) {
            throw new RepoFault("another twin writes the index just now; try again");
        }
        try {
            var builder = index.builder();
            entries.forEach(builder::add);
            builder.finish();
            index.write();
            if (!index.commit()) {
                throw new RepoFault("the index of Git could not be written to " + file);
            }
        } finally {
            index.unlock();
        }
    }

    private void moveBranch(JoinNote.Way way, PersonIdent who, String message) throws IOException {
        if (way.after().equals(head())) {
            return;
        }
        BranchLock.of(git).dropIfItSays(way.after());
        var update = git.updateRef("HEAD");
        update.setExpectedOldObjectId(way.before());
        update.setNewObjectId(way.after());
        update.setForceUpdate(true);
        update.setRefLogIdent(who);
        update.setRefLogMessage(message, false);
        var result = update.update();
        if (result != RefUpdate.Result.FORCED && result != RefUpdate.Result.FAST_FORWARD) {
            throw new RepoFault("the branch could not be moved to "
                    + way.after().name() + ": " + BranchLock.of(git).objection(result) + "; then run: twin pull");
        }
    }

    private ObjectId head() throws IOException {
        return git.resolve("HEAD");
    }
}
