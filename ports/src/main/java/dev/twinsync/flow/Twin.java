package dev.twinsync.flow;

import dev.twinsync.port.Elevation;
import dev.twinsync.port.Journal;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.StopSignal;
import dev.twinsync.port.TwinRepo;
import java.util.List;
import java.util.Optional;

/**
 * A machine and its repository together with all that changes them: what the flows that act work with.
 *
 * @param view the same to look at
 * @param elevation the way to do what needs root
 */
public record Twin(
        View view,
        TwinRepo repo,
        List<Equipped<?, ?, ?>> equipped,
        Journal journal,
        MachineLock lock,
        Elevation elevation,
        StopSignal stop) {

    public Twin {
        equipped = List.copyOf(equipped);
    }

    public Twin withElevation(Elevation other) {
        return new Twin(view, repo, equipped, journal, lock, other, stop);
    }

    /** The hands of who runs twin. */
    Hands hands() {
        return new Hands(equipped, Optional.empty());
    }

    KeepRecords records() {
        return new KeepRecords(this);
    }
}
