package dev.twinsync.flow;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Sha256;
import java.nio.charset.StandardCharsets;

/** The digest of what a document says, whatever its comments, quotes and spacing. Order counts. */
final class Fingerprint {

    private Fingerprint() {}

    static Digest of(Tree tree) {
        return Sha256.of(JsonTree.compact(tree).getBytes(StandardCharsets.UTF_8));
    }
}
