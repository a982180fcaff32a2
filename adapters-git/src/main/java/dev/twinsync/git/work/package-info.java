/** The files of the work tree, without following a link out of it, and what they are summed up by. */
package dev.twinsync.git.work;
