/** {@code twin logs}: what was captured, for people and for programs. */
package dev.twinsync.cli.logs;
