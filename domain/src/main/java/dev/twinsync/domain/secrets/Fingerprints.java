package dev.twinsync.domain.secrets;

/** Tells whether a secret is still the same one, without giving it away. */
@FunctionalInterface
public interface Fingerprints {

    /** What a fingerprint looks like. */
    String GRAMMAR = "[0-9a-f]{16}";

    /**
     * Sixteen hexadecimal digits in lower case. The same secret gives the same ones on the same machine; nobody without
     * the key of that machine can find out which secret it was by trying.
     */
    String of(String secret);
}
