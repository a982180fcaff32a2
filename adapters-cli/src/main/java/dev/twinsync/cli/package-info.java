/** The command line: twin itself, and the commands that have no room of their own. Each other room is a package below this one. */
package dev.twinsync.cli;
