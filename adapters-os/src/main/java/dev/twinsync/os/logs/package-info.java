/** What the logs of the machine say: the journal of systemd, and log files. */
package dev.twinsync.os.logs;
