/** {@code twin migrate}: the repository of the predecessor becomes one of twin. */
package dev.twinsync.cli.migrate;
