/**
 * How a value is read from and written to a neutral tree. One {@link dev.twinsync.domain.shape.Shape} gives the YAML
 * reader and writer, errors with a place, the JSON Schema and the worker's JSON.
 */
package dev.twinsync.domain.shape;
