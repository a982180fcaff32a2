/**
 * Remote repositories by the programs of this machine: git, which knows its user's keys and helpers, and gh. Of the repository they are
 * given nothing but its store of objects.
 */
package dev.twinsync.os.remotes;
