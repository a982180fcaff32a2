package dev.twinsync.flow.plugins;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.shape.Tree;

/**
 * What a repository says of a plugin of other people, besides its descriptor.
 *
 * @param document the schema as it stands there
 * @param says the digest of its descriptor and its schema, as they stand there
 */
public record ForeignPart(ForeignSchema schema, Tree document, Digest says) {}
