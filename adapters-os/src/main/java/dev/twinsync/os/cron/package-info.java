/** The crontabs of a real machine, through the program {@code crontab}: the only door that cron itself keeps. */
package dev.twinsync.os.cron;
