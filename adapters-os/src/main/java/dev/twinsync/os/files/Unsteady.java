package dev.twinsync.os.files;

import java.io.IOException;

/** A file was changed while it was read, so that what was read may never have been there. */
final class Unsteady extends IOException {

    private static final long serialVersionUID = 1;
}
