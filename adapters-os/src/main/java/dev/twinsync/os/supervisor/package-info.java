/**
 * The Supervisor of Home Assistant OS and of Home Assistant Supervised: the way to it, what it answers, and what it does not. Nothing here
 * knows the repository, and no token is in any message.
 */
package dev.twinsync.os.supervisor;
