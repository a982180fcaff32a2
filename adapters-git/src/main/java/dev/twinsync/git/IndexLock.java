package dev.twinsync.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.LockFile;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/** Git's own lock of the index, which keeps everybody else from committing. */
record IndexLock(FileRepository git) {

    /**
     * @param last the commit that is to be built upon
     * @throws LockFailedException somebody else has it, or had it a moment ago and made a commit
     */
    LockFile take(Optional<ObjectId> last) throws IOException {
        var lock = new LockFile(git.getIndexFile());
        lock.setFSync(true);
        if (!lock.lock()) {
            throw held();
        }
        boolean isTaken = false;
        try {
            isTaken = head().equals(last);
        } finally {
            if (!isTaken) {
                lock.unlock();
            }
        }
        if (!isTaken) {
            throw held();
        }
        return lock;
    }

    private LockFailedException held() {
        return new LockFailedException(git.getIndexFile());
    }

    private Optional<ObjectId> head() throws IOException {
        return Optional.ofNullable(git.exactRef(Constants.HEAD)).map(Ref::getObjectId);
    }
}
