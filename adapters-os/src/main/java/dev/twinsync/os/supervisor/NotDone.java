package dev.twinsync.os.supervisor;

import java.io.IOException;

/** It was not done, for a reason that twin found itself. The message is a sentence for the user. */
final class NotDone extends IOException {

    private static final long serialVersionUID = 1;

    NotDone(String message) {
        super(message);
    }
}
