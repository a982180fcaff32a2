package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How bytes become a {@link Digest}, on both sides of the ports. */
public final class Sha256 {

    /** Who makes sums, where it is not Java itself. */
    public interface Maker {
        /** A new sum of SHA-256. */
        MessageDigest begin();
    }

    private static volatile Maker maker = Sha256::ofJava;

    private Sha256() {}

    /** For bytes that pass by; its result goes into {@link Digest#ofSha256}. */
    public static MessageDigest begin() {
        return maker.begin();
    }

    /** Has all sums of this process made by somebody else, who gives the same; said once, where twin starts. */
    public static void madeBy(Maker other) {
        maker = other;
    }

    /** As Java makes it. */
    public static MessageDigest ofJava() {
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
