/** {@code twin history} and {@code restore}: what was done, and states from before. */
package dev.twinsync.cli.history;
