/** The repository of others: it is reached without git, and the device's own commits are put on top of theirs. */
package dev.twinsync.git.shared;
