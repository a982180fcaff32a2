package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How bytes become a {@link Digest}, on both sides of the ports. */
public final class Sha256 {

    private Sha256() {}

    /** For bytes that pass by; its result goes into {@link Digest#ofSha256}. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    public static Digest of(byte[] bytes) {
        return Digest.ofSha256(begin().digest(bytes));
    }
}
