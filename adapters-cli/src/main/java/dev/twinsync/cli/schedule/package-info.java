/** {@code twin schedule}: what happens by a timer, and what one run of it does. */
package dev.twinsync.cli.schedule;
