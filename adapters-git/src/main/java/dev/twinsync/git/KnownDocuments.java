package dev.twinsync.git;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.Memory;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads YAML, and what it has read before from what it kept of it: the text to the last byte, then its tree.
 *
 * @param known where large documents are kept one by one, and small ones together
 */
record KnownDocuments(Recollection known) {

    private static final int SMALL = 1 << 14;

    Reading<Tree> read(String source, byte[] yaml) {
        return yaml.length < SMALL
                ? read(known.small(), source, source, yaml)
                : read(known.memory(), nameOf(source), source, yaml);
    }

    private static Reading<Tree> read(Memory memory, String name, String source, byte[] yaml) {
        return kept(memory, name, source, yaml)
                .<Reading<Tree>>map(Reading.Value::new)
                .orElseGet(() -> learn(memory, name, yaml, YamlTree.read(source, yaml)));
    }

    /** As the name of a file. */
    private static String nameOf(String source) {
        return "tree-2-"
                + Sha256.of(source.getBytes(StandardCharsets.UTF_8)).text().substring("sha256:".length());
    }

    private static Optional<Tree> kept(Memory memory, String name, String source, byte[] yaml) {
        var kept = memory.recall(name).filter(bytes -> beginsWith(bytes, yaml));
        try {
            return kept.isEmpty()
                    ? Optional.empty()
                    : Optional.of(TreeCodec.decode(source, kept.get(), Integer.BYTES + yaml.length));
        } catch (IOException spoiled) {
            return Optional.empty(); // the text is there, and is read as if for the first time
        }
    }

    private static boolean beginsWith(byte[] bytes, byte[] yaml) {
        int end = Integer.BYTES + yaml.length;
        return bytes.length >= end
                && ByteBuffer.wrap(bytes).getInt() == yaml.length
                && Arrays.equals(bytes, Integer.BYTES, end, yaml, 0, yaml.length);
    }

    private static Reading<Tree> learn(Memory memory, String name, byte[] yaml, Reading<Tree> reading) {
        if (reading instanceof Reading.Value<Tree>(var tree)) {
            var encoded = TreeCodec.encode(tree);
            memory.keep(
                    name,
                    ByteBuffer.allocate(Integer.BYTES + yaml.length + encoded.length)
                            .putInt(yaml.length)
                            .put(yaml)
                            .put(encoded)
                            .array());
        }
        return reading;
    }
}
