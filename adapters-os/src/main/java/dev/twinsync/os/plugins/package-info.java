/** The programs of other people's plugins: where they may lie, and which of them may be started. */
package dev.twinsync.os.plugins;
