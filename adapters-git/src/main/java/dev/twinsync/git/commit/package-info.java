/** A commit of the paths that are named, and of nothing else that lies there. */
package dev.twinsync.git.commit;
