package dev.twinsync.cli.wiring;

import java.io.IOException;

/** The machine that was visited is not the one that the repository is of. Nothing was looked at there and nothing written. */
public final class OfAnotherMachine extends IOException {

    private static final long serialVersionUID = 1;

    /** @param refusal with the remedy */
    OfAnotherMachine(String refusal) {
        super(refusal);
    }
}
