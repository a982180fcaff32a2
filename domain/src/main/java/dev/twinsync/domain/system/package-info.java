/** The machine itself: what it runs and which one it is. Observed, never changed. */
package dev.twinsync.domain.system;
