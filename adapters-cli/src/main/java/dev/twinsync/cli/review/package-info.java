/** {@code twin diff}, {@code review}, {@code adopt} and {@code ignore}: what differs, and what is to become of it. */
package dev.twinsync.cli.review;
