/** What commands have in common: their options, and how one that works on the repository begins and ends. */
package dev.twinsync.cli.command;
