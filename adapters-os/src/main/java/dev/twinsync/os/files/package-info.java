/** Files of the real machine: looked at without following a link, and replaced so that a crash leaves the old or the new. */
package dev.twinsync.os.files;
