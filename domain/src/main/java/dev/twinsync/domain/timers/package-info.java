/** Timers of systemd: when something runs. Whether a timer is switched on is the business of services. */
package dev.twinsync.domain.timers;
