/** The index of Git, read and written with the work of others in it kept. */
package dev.twinsync.git.index;
