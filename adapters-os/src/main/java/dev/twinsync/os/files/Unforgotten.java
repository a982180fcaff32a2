package dev.twinsync.os.files;

import dev.twinsync.domain.files.TargetPath;
import java.io.IOException;

/** A file is in its place, and what was kept of one that stood there before could not be forgotten as it has to be then. */
final class Unforgotten extends IOException {

    private static final long serialVersionUID = 1;

    Unforgotten(TargetPath written, IOException failed) {
        super(written + " is in its place, but " + failed.getMessage(), failed);
    }
}
