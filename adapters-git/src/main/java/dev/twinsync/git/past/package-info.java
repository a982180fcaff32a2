/** What earlier commits said, in this repository and in those of the predecessor. */
package dev.twinsync.git.past;
