package dev.twinsync.git.index;

import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.WorkFile;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** What Git's index has noted of the files of the work tree. */
public record IndexNotes(GitIndex index) {

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
    public Optional<ObjectId> content(WorkFile file) {
        return index.find(file.path())
                .filter(entry -> entry.isAbout(file) && !entry.isSmudged() && !entry.isRacy(index.written()))
                .map(IndexEntry::content);
    }
}
