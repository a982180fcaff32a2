package dev.twinsync.os.files;

import dev.twinsync.domain.files.WritesContent;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the kernel says when it refuses, in words that help. */
public final class Sentences {

    public static final String NO_PERMISSION = "twin may not read it; a twin of root may";

    static final String READ_ONLY = "Read-only file system";
    static final String IMMUTABLE = "Operation not permitted";

    private Sentences() {}

    public static String of(IOException failed) {
        return switch (failed) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied; that needs a twin of root";
            case DirectoryNotEmptyException full ->
                full.getFile() + " is not empty; declare what is in it absent first, or remove it by hand";
            case NoSuchFileException gone -> gone.getFile() + " is not there any more";
            case FileAlreadyExistsException there -> there.getFile() + " came to be while twin worked on it";
            default -> known(message(failed));
        };
    }

    /** What is to be written is neither in the repository nor among what was kept. */
    public static String notKept(WritesContent action, IOException notThere) {
        return "its content is not at " + action.twinPath() + ", and what once stood there is not kept any more ("
                + notThere.getMessage() + ")";
    }

    private static String message(IOException failed) {
        return failed instanceof FileSystemException named && named.getReason() != null
                ? named.getFile() + ": " + named.getReason()
                : String.valueOf(failed.getMessage());
    }

    private static String known(String message) {
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return message + "; the old content is untouched, make room and try again";
        }
        if (message.contains(READ_ONLY)) {
            return message + "; it has to be mounted writable first";
        }
        if (message.contains(IMMUTABLE)) {
            return message + "; is it immutable (lsattr)? chattr -i takes that away";
        }
        if (message.contains("Device or resource busy")) {
            return message + "; something is mounted there (in a container: a bind mount), change it at its source";
        }
        return message;
    }
}
