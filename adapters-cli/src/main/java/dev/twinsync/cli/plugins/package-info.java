/** {@code twin plugins}: which there are, whose programs are trusted, and whether they keep the laws. */
package dev.twinsync.cli.plugins;
