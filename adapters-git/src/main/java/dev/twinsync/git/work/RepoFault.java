package dev.twinsync.git.work;

import dev.twinsync.port.SecretFound;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.MissingObjectException;

/** A fault of the disk or of Git whose message is a sentence for the user. */
public final class RepoFault extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    public RepoFault(String sentence) {
        super(sentence);
    }

    private RepoFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Something that touches the disk. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Runs it and says a fault in words.
     *
     * @param doing what is being done, as it completes "cannot …": {@code read state/packages.yaml}
     */
    public static <T> T inWords(String doing, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (RepoFault | SecretFound said) {
            throw said;
        } catch (IOException | UncheckedIOException | DirectoryIteratorException | JGitInternalException fault) {
            throw new RepoFault("cannot " + doing + ": " + reason(fault), fault);
        }
    }

    /** What to do about a lock of git that is there. @param lock its file, with the whole path */
    public static String heldBy(Object lock) {
        return "another Git command is at work in this repository, or one was interrupted; if none is running, delete "
                + lock;
    }

    private static String reason(Throwable fault) {
        return switch (fault) {
            case LockFailedException locked -> heldBy(lockFile(locked));
            case MissingObjectException missing -> damaged(missing);
            case CorruptObjectException corrupt -> damaged(corrupt);
            case IncorrectObjectTypeException wrong -> damaged(wrong);
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException system ->
                system.getFile() + ": "
                        + Optional.ofNullable(system.getReason())
                                .orElse(system.getClass().getSimpleName());
            case UncheckedIOException wrapped -> reason(wrapped.getCause());
            case DirectoryIteratorException wrapped -> reason(wrapped.getCause());
            case JGitInternalException wrapped when wrapped.getCause() instanceof IOException cause -> reason(cause);
            default -> Optional.ofNullable(fault.getMessage()).orElse(fault.toString());
        };
    }

    private static String lockFile(LockFailedException locked) {
        var file = locked.getFile().getPath();
        return file.endsWith(".lock") ? file : file + ".lock";
    }

    private static String damaged(IOException fault) {
        return "the Git repository is damaged (" + fault.getMessage()
                + "); look with git fsck --full, and fetch what is missing from a copy or clone the repository again";
    }
}
