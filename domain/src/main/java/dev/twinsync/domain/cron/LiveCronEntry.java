package dev.twinsync.domain.cron;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.secrets.Redaction;

/**
 * One entry of a user's crontab.
 *
 * @param id the one in twin's line before it, or one derived from what the entry says
 */
public record LiveCronEntry(CronId id, UserName user, CronJob job) implements Keyed {

    @Override
    public String key() {
        return user + "/" + id;
    }

    /** The same entry as it may be shown. */
    public LiveCronEntry masked(Redaction redaction) {
        return new LiveCronEntry(id, user, job.masked(redaction));
    }
}
