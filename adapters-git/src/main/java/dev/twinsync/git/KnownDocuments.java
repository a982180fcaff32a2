package dev.twinsync.git;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Memory;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads YAML, and what it has read before from what it kept of it: the digest of the text, then the tree. Small documents are read
 * faster than they are found.
 */
record KnownDocuments(Memory memory) {

    private static final int SMALL = 1 << 14;
    private static final int DIGEST_BYTES = 32;

    Reading<Tree> read(String source, byte[] yaml) {
        if (yaml.length < SMALL) {
            return YamlTree.read(source, yaml);
        }
        var name = "tree-1-"
                + Sha256.of(source.getBytes(StandardCharsets.UTF_8)).text().substring("sha256:".length());
        var digest = Sha256.of(yaml).hash();
        return known(source, name, digest)
                .<Reading<Tree>>map(Reading.Value::new)
                .orElseGet(() -> learn(name, digest, YamlTree.read(source, yaml)));
    }

    private Optional<Tree> known(String source, String name, byte[] digest) {
        var kept = memory.recall(name).filter(bytes -> beginsWith(bytes, digest));
        try {
            return kept.isEmpty() ? Optional.empty() : Optional.of(TreeCodec.decode(source, kept.get(), DIGEST_BYTES));
        } catch (IOException spoiled) {
            return Optional.empty(); // the text is there, and is read as if for the first time
        }
    }

    private static boolean beginsWith(byte[] bytes, byte[] digest) {
        return bytes.length >= DIGEST_BYTES && Arrays.equals(bytes, 0, DIGEST_BYTES, digest, 0, DIGEST_BYTES);
    }

    private Reading<Tree> learn(String name, byte[] digest, Reading<Tree> reading) {
        if (reading instanceof Reading.Value<Tree>(var tree)) {
            var encoded = TreeCodec.encode(tree);
            var bytes = Arrays.copyOf(digest, DIGEST_BYTES + encoded.length);
            System.arraycopy(encoded, 0, bytes, DIGEST_BYTES, encoded.length);
            memory.keep(name, bytes);
        }
        return reading;
    }
}
