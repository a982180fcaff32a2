package dev.twinsync.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** What git makes while it moves what is checked out: a branch, or HEAD itself where none is. */
record BranchLock(Path file) {

    static BranchLock of(Repository git) throws IOException {
        return new BranchLock(git.getDirectory().toPath().resolve(nameOf(git) + ".lock"));
    }

    private static String nameOf(Repository git) throws IOException {
        return git.exactRef("HEAD").getLeaf().getName();
    }

    /** A kill may have left a lock of twin's own; it is known by what was about to be written. */
    void dropIfItSays(ObjectId commit) throws IOException {
        if (Files.isRegularFile(file) && Files.readString(file).strip().equals(commit.name())) {
            Files.delete(file);
        }
    }

    /** Why what is checked out could not be moved. @param result what JGit says, of which nobody learns which file it was */
    String objection(RefUpdate.Result result) {
        return Files.exists(file)
                ? RepoFault.heldBy(file)
                : "another Git command was at work (" + result + "); try again";
    }
}
