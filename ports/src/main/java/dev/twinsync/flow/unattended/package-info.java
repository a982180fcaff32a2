/** What twin does by the clock, while nobody is there. */
package dev.twinsync.flow.unattended;
