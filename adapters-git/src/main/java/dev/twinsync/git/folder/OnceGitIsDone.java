package dev.twinsync.git.folder;

import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.eclipse.jgit.errors.LockFailedException;

/**
 * Lets another command of Git end what it is about: an editor or a prompt that asks for the status has the index for moments, and what
 * twin has done to a machine must not stay unrecorded for that.
 *
 * @param patience how long that may take before it counts as a lock that was left behind
 */
public record OnceGitIsDone(Duration patience) {

    private static final long PAUSE_IN_MILLISECONDS = 50;

    /** Begins it anew as long as the index is held. @param work that has changed nothing where it was */
    public <T> T run(RepoFault.Work<T> work) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return work.run();
            } catch (LockFailedException busy) {
                if (System.nanoTime() - begin >= patience.toNanos()) {
                    throw busy;
                }
                pause();
            }
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_IN_MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another Git command was at work");
        }
    }
}
