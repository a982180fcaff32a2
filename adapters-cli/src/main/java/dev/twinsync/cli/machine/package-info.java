/** What a twin knows of the machine that it runs on: its folders, its locks, and what acting needs besides the actions. */
package dev.twinsync.cli.machine;
