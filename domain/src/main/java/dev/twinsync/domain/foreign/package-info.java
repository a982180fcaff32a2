/**
 * Things that plugins of other people look after. Their programs look and act; what is to be done is decided here, by a schema that
 * says which lines a thing has.
 */
package dev.twinsync.domain.foreign;
