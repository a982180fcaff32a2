/** Where a repository, a machine, its secrets and the way to other hosts are put together. */
package dev.twinsync.cli.wiring;
