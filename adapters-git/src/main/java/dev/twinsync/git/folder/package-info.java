/** The folder {@code .git}: whose it is, what it may say, and how it is opened. */
package dev.twinsync.git.folder;
