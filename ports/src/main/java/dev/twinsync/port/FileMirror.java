package dev.twinsync.port;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import java.io.IOException;
import java.io.InputStream;

/** The files of the machine. */
public interface FileMirror extends Backend<LiveFile, FileAction> {

    /**
     * What a file holds, to be copied into the repository or kept for undo; no link is followed. Refused with a sentence,
     * here or while it is read, where a secret is kept or a private key turns up: only a copy that came to its end counts.
     */
    InputStream open(TargetPath path) throws IOException;
}
