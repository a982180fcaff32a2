package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What nobody can change as things are, root included: a file system that is mounted read-only, and what is immutable. The kernel is asked
 * by {@code access(2)}, which changes nothing and says both before it says whether this user may. Only of a folder that is bound read-only it
 * says that last, so that an ordinary user is not told.
 */
final class Unchangeable {

    /** Of the kernel. */
    static final Unchangeable OF_THIS_MACHINE =
            new Unchangeable(place -> place.getFileSystem().provider().checkAccess(place, AccessMode.WRITE));

    private final Question question;

    Unchangeable(Question question) {
        this.question = question;
    }

    /** Whether a place can be written to; it follows a link. */
    @FunctionalInterface
    interface Question {
        /** @throws IOException as the kernel refuses it */
        void ask(Path place) throws IOException;
    }

    /**
     * A file is changed by putting another in its place, which its directory has to let happen. That something is mounted read-only on the
     * file itself is no matter of mounting it writable, and is told when it is done.
     */
    void check(FileAction action, Path target) throws IOException, Refusal {
        boolean isThere = Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(target);
        if (action instanceof SetAttributes) {
            if (isThere) {
                check(target, List.of(Sentences.READ_ONLY, Sentences.IMMUTABLE));
            }
            return;
        }
        check(Ground.nearest(target), List.of(Sentences.READ_ONLY, Sentences.IMMUTABLE));
        if (isThere) {
            check(target, List.of(Sentences.IMMUTABLE));
        }
    }

    private void check(Path place, List<String> reasons) throws IOException, Refusal {
        try {
            question.ask(place);
        } catch (AccessDeniedException | NoSuchFileException _) {
            // this user may not, and who makes the change may; or it has gone, which is seen when it is made
        } catch (FileSystemException refused) {
            if (reasons.contains(refused.getReason())) {
                throw new Refusal(Sentences.of(refused));
            }
        }
    }
}
