package dev.twinsync.port;

import java.time.Duration;

/** A lock of which a test decides whether another twin has it. */
public final class SimulatedLock implements MachineLock {

    private boolean held;
    private boolean endsSoon;

    /** What happens each time before somebody gets it. */
    public Runnable before = () -> {};

    /** From here on another twin has it, or not any more. */
    public void heldByAnother(boolean other) {
        held = other;
    }

    /** Another twin has it, until somebody waits for it. */
    public void heldForAMoment() {
        held = true;
        endsSoon = true;
    }

    public boolean isFree() {
        return !held;
    }

    @Override
    public Answer take(Duration patience) {
        before.run();
        held = held && !(endsSoon && patience.isPositive());
        if (held) {
            return new Answer.Busy("another (process 1)");
        }
        held = true;
        return new Answer.Taken(() -> held = false);
    }
}
