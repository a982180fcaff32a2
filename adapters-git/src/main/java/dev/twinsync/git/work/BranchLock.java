package dev.twinsync.git.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** What git makes while it moves a branch, or HEAD itself where none is checked out. */
public record BranchLock(Path file) {

    /** That of what is checked out. */
    public static BranchLock of(Repository git) throws IOException {
        return of(git, git.exactRef("HEAD").getLeaf().getName());
    }

    /** @param reference its whole name: {@code refs/remotes/origin/main} */
    public static BranchLock of(Repository git, String reference) {
        return new BranchLock(git.getDirectory().toPath().resolve(reference + ".lock"));
    }

    /** A kill may have left a lock of twin's own; it is known by what was about to be written. */
    public void dropIfItSays(ObjectId commit) throws IOException {
        if (Files.isRegularFile(file) && Files.readString(file).strip().equals(commit.name())) {
            Files.delete(file);
        }
    }

    /** Why it could not be moved. @param result what JGit says, of which nobody learns which file it was */
    public String objection(RefUpdate.Result result) {
        return Files.exists(file)
                ? RepoFault.heldBy(file)
                : "another Git command was at work (" + result + "); try again";
    }
}
