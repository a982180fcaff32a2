/** The real machine. {@link dev.twinsync.os.CommandRunner} is the only place that starts processes. */
package dev.twinsync.os;
