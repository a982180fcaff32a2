package dev.twinsync.port;

import dev.twinsync.domain.policy.PulledWishes;

/** Notes in memory of what came by a pull. */
public final class SimulatedNotes implements PulledNotes {

    private PulledWishes kept = PulledWishes.NONE;

    @Override
    public PulledWishes read() {
        return kept;
    }

    @Override
    public void write(PulledWishes other) {
        kept = other;
    }
}
