/**
 * The real machine. {@link dev.twinsync.os.CommandRunner} and {@link dev.twinsync.os.Dialogue} are the only places that
 * start processes.
 */
package dev.twinsync.os;
