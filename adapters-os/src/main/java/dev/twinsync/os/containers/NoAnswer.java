package dev.twinsync.os.containers;

import java.io.IOException;

/** The engine did not do what it was asked for. The message is a sentence for the user, with what the engine said. */
final class NoAnswer extends IOException {

    private static final long serialVersionUID = 1;

    NoAnswer(String message) {
        super(message);
    }
}
