package dev.twinsync.flow.twin;

import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Journal;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.OwnerNote;
import dev.twinsync.port.Probation;
import dev.twinsync.port.StopSignal;
import dev.twinsync.port.TwinRepo;
import java.util.List;
import java.util.Optional;

/**
 * A machine and its repository together with all that changes them: what the flows that act work with.
 *
 * @param view the same to look at
 * @param logging the log plugins
 * @param redaction what must not be seen in what is written down
 * @param elevation the way to do what needs root
 * @param trials what it takes to try something out before it is kept
 * @param owner where the machine is noted as the one that the repository is of
 */
public record Twin(
        View view,
        TwinRepo repo,
        List<Equipped<?, ?, ?>> equipped,
        Logging logging,
        Redaction redaction,
        Journal journal,
        MachineLock lock,
        Elevation elevation,
        StopSignal stop,
        Trials trials,
        OwnerNote owner) {

    public Twin {
        equipped = List.copyOf(equipped);
    }

    public Twin withElevation(Elevation other) {
        return new Twin(view, repo, equipped, logging, redaction, journal, lock, other, stop, trials, owner);
    }

    public Twin withProbation(Probation other) {
        var tried = new Trials(trials.ticker(), other);
        return new Twin(view, repo, equipped, logging, redaction, journal, lock, elevation, stop, tried, owner);
    }

    public Alone alone() {
        return new Alone(lock, view.narration());
    }

    /** The hands of who runs twin. */
    public Hands hands() {
        return new Hands(equipped, Optional.empty());
    }

    KeepLogs logs() {
        return new KeepLogs(this);
    }

    public KeepRecords records() {
        return new KeepRecords(this);
    }
}
