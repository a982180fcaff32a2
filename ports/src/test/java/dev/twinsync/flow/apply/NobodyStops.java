package dev.twinsync.flow.apply;

import dev.twinsync.port.StopSignal;

/** Nobody asks twin to stop. */
record NobodyStops() implements StopSignal {

    @Override
    public void heed() {}

    @Override
    public boolean isRaised() {
        return false;
    }
}
