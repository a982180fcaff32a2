/** Cron: what should run by the clock, what does, and how a crontab is changed without touching what is not twin's. */
package dev.twinsync.domain.cron;
