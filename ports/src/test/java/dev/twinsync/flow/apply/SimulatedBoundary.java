package dev.twinsync.flow.apply;

/** Counts the moments at which something can come in between, and lets it come at one of them. */
final class SimulatedBoundary {

    private static final int NEVER = 0;

    private int passed;
    private int fatal = NEVER;

    /** Stands for SIGKILL: nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** @param moment the first, the second, … from now on */
    void killAt(int moment) {
        fatal = passed + moment;
    }

    /** From here on nothing happens. */
    void spare() {
        fatal = NEVER;
    }

    void pass() {
        passed++;
        if (passed == fatal) {
            throw new Killed();
        }
    }
}
