/** {@code twin remote}, {@code push}, {@code pull} and {@code share}: the repository in other places. */
package dev.twinsync.cli.remote;
