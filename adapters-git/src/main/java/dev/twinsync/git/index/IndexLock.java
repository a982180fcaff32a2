package dev.twinsync.git.index;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.LockFile;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/** Git's own lock of the index, which keeps everybody else from committing. */
public record IndexLock(FileRepository git) {

    /** @throws LockFailedException somebody else has it */
    public LockFile take() throws IOException {
        var lock = new LockFile(git.getIndexFile());
        lock.setFSync(true);
        if (!lock.lock()) {
            throw held();
        }
        return lock;
    }

    /**
     * To be asked by who has it.
     *
     * @param last the commit that is to be built upon
     * @throws LockFailedException somebody else had it a moment ago, and made a commit
     */
    public void refuseUnlessAt(Optional<ObjectId> last) throws IOException {
        var head = Optional.ofNullable(git.exactRef(Constants.HEAD)).map(Ref::getObjectId);
        if (!head.equals(last)) {
            throw held();
        }
    }

    private LockFailedException held() {
        return new LockFailedException(git.getIndexFile());
    }
}
