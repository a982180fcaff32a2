/** The timer of systemd by which twin runs while nobody is there, and how it brings word. */
package dev.twinsync.os.schedule;
