package dev.twinsync.port;

import java.time.Duration;

/** A lock of which a test decides whether another twin has it. */
public final class SimulatedLock implements MachineLock {

    private boolean held;

    /** From here on another twin has it, or not any more. */
    public void heldByAnother(boolean other) {
        held = other;
    }

    public boolean isFree() {
        return !held;
    }

    @Override
    public Answer take(Duration patience) {
        if (held) {
            return new Answer.Busy("another (process 1)");
        }
        held = true;
        return new Answer.Taken(() -> held = false);
    }
}
