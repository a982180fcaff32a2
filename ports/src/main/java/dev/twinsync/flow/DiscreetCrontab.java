package dev.twinsync.flow;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.Crontab;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A crontab with masks for the secrets in its commands and variables: what is never seen is never written down. */
public record DiscreetCrontab(Crontab backend, Redaction redaction)
        implements Crontab, Relay<LiveCronEntry, CronAction> {

    @Override
    public Observation<LiveCronEntry> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LiveCronEntry> discreet(Observation<LiveCronEntry> seen) {
        try {
            return masked(seen);
        } catch (UncheckedIOException noFingerprint) {
            return new Observation.Unavailable<>(noFingerprint.getMessage());
        }
    }

    private Observation<LiveCronEntry> masked(Observation<LiveCronEntry> observation) {
        return switch (observation) {
            case Observation.Seen<LiveCronEntry>(var live, var gaps) -> masked(live, gaps);
            case Observation.Unavailable<LiveCronEntry> unavailable -> unavailable;
        };
    }

    /** A mask may be longer than its secret, and an entry too long with it. */
    private Observation<LiveCronEntry> masked(List<LiveCronEntry> live, List<Gap> gaps) {
        var shown = new ArrayList<LiveCronEntry>();
        var all = new ArrayList<>(gaps);
        for (LiveCronEntry entry : live) {
            try {
                shown.add(entry.masked(redaction));
            } catch (IllegalArgumentException noEntry) {
                all.add(new Gap(entry.key(), "with masks for its secrets, " + noEntry.getMessage()));
            }
        }
        return new Observation.Seen<>(shown, all);
    }
}
