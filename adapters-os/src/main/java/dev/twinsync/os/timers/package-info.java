/** Timers of systemd: looked at in one go, changed by files of twin's own. */
package dev.twinsync.os.timers;
