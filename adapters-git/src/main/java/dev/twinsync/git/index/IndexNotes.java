package dev.twinsync.git.index;

import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.WorkFile;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What Git's index has noted of the files of the work tree.
 *
 * @param objects where the contents are that it names
 */
public record IndexNotes(GitIndex index, ObjectDatabase objects) {

    private static final String MIRROR = "filesystem/";

    public boolean has(String path) {
        return index.find(path).isPresent();
    }

    /** What of the last commit a work tree without it does not take away: a submodule, or what a sparse checkout leaves out. */
    public boolean isLeftOut(String path, TreeFile file) {
        return file.isSubmodule()
                || index.find(path).filter(IndexEntry::isNotInWorkTree).isPresent();
    }

    /**
     * The content of a file, by its id; empty where the file has to be read to know it. A change within the tick in which the
     * index was written cannot be told by time and size.
     */
    public Optional<ObjectId> content(WorkFile file) throws IOException {
        var entry = index.find(file.path())
                .filter(found -> found.isAbout(file) && !found.isSmudged() && !found.isRacy(index.written()));
        return entry.isPresent() && isToBeDoubted(file, entry.get())
                ? Optional.empty()
                : entry.map(IndexEntry::content);
    }

    /**
     * Git notes the time and size of the file also where its rules made it store other bytes, with other line ends for one. Of a
     * file of the machine that would be believed for ever.
     */
    private boolean isToBeDoubted(WorkFile file, IndexEntry entry) throws IOException {
        if (!file.path().startsWith(MIRROR) || !entry.isOfGit()) {
            return false;
        }
        try (var reader = objects.newReader()) {
            return reader.getObjectSize(entry.content(), Constants.OBJ_BLOB) != file.size();
        } catch (MissingObjectException _) {
            return true; // of a partial clone: the file itself tells
        }
    }
}
