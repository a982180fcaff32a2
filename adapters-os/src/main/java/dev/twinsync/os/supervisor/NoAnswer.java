package dev.twinsync.os.supervisor;

import java.io.IOException;

/** The Supervisor did not do what it was asked for. The message is a sentence for the user, with the remedy where there is one. */
public final class NoAnswer extends IOException {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    public NoAnswer(Fault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
