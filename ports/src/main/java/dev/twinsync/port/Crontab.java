package dev.twinsync.port;

import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.LiveCronEntry;

/** The crontabs of this machine's users. */
public interface Crontab extends Backend<LiveCronEntry, CronAction> {}
