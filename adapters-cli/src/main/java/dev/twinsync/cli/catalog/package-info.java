/** The list of plugins, an entry each, and what they are made of. */
package dev.twinsync.cli.catalog;
