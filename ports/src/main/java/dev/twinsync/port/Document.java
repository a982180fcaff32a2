package dev.twinsync.port;

import dev.twinsync.domain.shape.Shape;

/**
 * One YAML document of a twin repository.
 *
 * @param path relative to the repository: {@code state/packages.yaml}
 * @param heading comment lines for the top of a newly written document, without {@code #}; empty for none
 */
public record Document<T>(String path, Shape<T> shape, String heading) {}
