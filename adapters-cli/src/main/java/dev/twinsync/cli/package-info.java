/** The command line: one class for each command, what they print, and the one place where everything is put together. */
package dev.twinsync.cli;
