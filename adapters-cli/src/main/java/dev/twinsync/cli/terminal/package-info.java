/** What people and programs get to see: lines and colours, progress, exit codes, what to run next. */
package dev.twinsync.cli.terminal;
