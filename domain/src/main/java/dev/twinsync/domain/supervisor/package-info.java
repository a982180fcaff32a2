/**
 * What the Supervisor of Home Assistant looks after: its add-ons and the repositories they come from, and the versions of Home
 * Assistant, of the Supervisor itself and of its operating system.
 */
package dev.twinsync.domain.supervisor;
