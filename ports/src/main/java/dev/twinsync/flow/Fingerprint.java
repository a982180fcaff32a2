package dev.twinsync.flow;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of what a document says, whatever its comments, quotes and spacing. Order counts. */
final class Fingerprint {

    private Fingerprint() {}

    static Digest of(Tree tree) {
        byte[] text = JsonTree.compact(tree).getBytes(StandardCharsets.UTF_8);
        return new Digest("sha256:" + HexFormat.of().formatHex(sha256().digest(text)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
