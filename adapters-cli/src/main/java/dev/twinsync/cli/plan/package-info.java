/** {@code twin plan}, {@code apply}, {@code approve} and {@code undo}: what would be done, that it is wanted, and what came of it. */
package dev.twinsync.cli.plan;
