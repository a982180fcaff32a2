package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Crontab;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;

/** A crontab with masks for the secrets in its commands and variables: what is never seen is never written down. */
public record DiscreetCrontab(Backend<LiveCronEntry, CronAction> backend, Redaction redaction)
        implements Crontab, Relay<LiveCronEntry, CronAction> {

    @Override
    public Observation<LiveCronEntry> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LiveCronEntry> discreet(Observation<LiveCronEntry> seen) {
        return Masking.<LiveCronEntry>by(entry -> entry.masked(redaction)).over(seen);
    }
}
