package dev.twinsync.flow.migrating;

import java.io.IOException;

/** Which program made the predecessor's repository. */
public enum Made {
    BASH,
    PYTHON,
    /** The one after the other. */
    BOTH;

    static Made of(OldHouse house) throws IOException {
        return house.isBash() ? house.isPython() ? BOTH : BASH : PYTHON;
    }
}
