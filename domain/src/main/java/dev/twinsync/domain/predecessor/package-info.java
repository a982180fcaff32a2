/** What twin's predecessor, a Bash script and its port to Python, wrote down. Read, and never run. */
package dev.twinsync.domain.predecessor;
